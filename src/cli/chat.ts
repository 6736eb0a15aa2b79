import { createInterface } from 'node:readline/promises'
import { toE164 } from '../privacy/telephone.ts'
import { commandArguments, fail } from './arguments.ts'
import { loadDemoRegister } from './demo-register.ts'
import { openMadeUp } from './open-made-up.ts'
import { openServices } from './open-services.ts'
import { recordChat } from './recording/record-chat.ts'
import { terminalPhone } from './terminal-phone.ts'

const STRANGER = '+8610000009999'
const USAGE = 'usage: npm run chat -- [--phone +86…] [--record FILE.json]'

const { values } = commandArguments(USAGE, {
  options: { phone: { type: 'string', default: STRANGER }, record: { type: 'string' } },
})
const telephone = toE164(values.phone)
if (telephone === null) fail(`--phone is no telephone\n${USAGE}`)

const { services, close } = values.record === undefined ? await openServices() : await openMadeUp()
if (services.settings.demo) await loadDemoRegister(services)
const say =
  values.record === undefined
    ? terminalPhone(services, telephone)
    : await recordChat(services, telephone, values.record).catch((error: NodeJS.ErrnoException) =>
        fail(`--record: ${values.record ?? ''} cannot be written (${error.code ?? error.name})`),
      )
const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' })
// What is piped in ends before all of it is answered; a closed terminal takes no prompt.
let isOpen = true
terminal.once('close', () => {
  isOpen = false
})
terminal.prompt()
for await (const line of terminal) {
  for (const shown of await say(line)) console.log(shown)
  if (isOpen) terminal.prompt()
}
close()
