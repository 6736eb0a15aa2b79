import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { toE164 } from '../privacy/telephone.ts'
import { loadDemoRegister } from './demo-register.ts'
import { openServices } from './open-services.ts'
import { terminalPhone } from './terminal-phone.ts'

const STRANGER = '+8610000009999'

const { values } = parseArgs({ options: { phone: { type: 'string', default: STRANGER } } })
const telephone = toE164(values.phone)
if (telephone === null) {
  console.error('--phone is no telephone\nusage: npm run chat -- [--phone +86…]')
  process.exit(1)
}

const { services, close } = await openServices()
if (services.settings.demo) await loadDemoRegister(services)
const say = terminalPhone(services, telephone)
const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' })
terminal.prompt()
for await (const line of terminal) {
  for (const reply of await say(line)) console.log(reply)
  terminal.prompt()
}
close()
