import { parseArgs } from 'node:util'
import { toE164 } from '../privacy/telephone.ts'
import { loadDemoRegister } from './demo-register.ts'
import { openServices } from './open-services.ts'
import { terminalPhone } from './terminal-phone.ts'

const USAGE = 'usage: npm run ask -- --phone +86… [--channel sms] "text"'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { phone: { type: 'string' }, channel: { type: 'string', default: 'sms' } },
})
const telephone = toE164(values.phone ?? '')
const text = positionals.join(' ')
if (telephone === null) fail('--phone is missing or is no telephone')
if (values.channel !== 'sms') fail('--channel: only sms is served so far')

const { services, close } = await openServices()
if (services.settings.demo) await loadDemoRegister(services)
for (const reply of await terminalPhone(services, telephone)(text)) console.log(reply)
close()

function fail(problem: string): never {
  console.error(`${problem}\n${USAGE}`)
  process.exit(1)
}
