import { CHANNELS } from '../conversation/turn.ts'
import { toE164 } from '../privacy/telephone.ts'
import { commandArguments, fail } from './arguments.ts'
import { loadDemoRegister } from './demo-register.ts'
import { openServices } from './open-services.ts'
import { terminalChat } from './terminal-chat.ts'
import { terminalPhone } from './terminal-phone.ts'

const WAYS = { sms: terminalPhone, telegram: terminalChat } as const
const USAGE = 'usage: npm run ask -- --phone +86… [--channel sms|telegram] "text"'

const { values, positionals } = commandArguments(USAGE, {
  allowPositionals: true,
  options: { phone: { type: 'string' }, channel: { type: 'string', default: 'sms' } },
})
const telephone = toE164(values.phone ?? '')
const text = positionals.join(' ')
if (telephone === null) fail(`--phone is missing or is no telephone\n${USAGE}`)
const channel = CHANNELS.find((one) => one === values.channel)
if (channel === undefined) fail(`--channel: must be one of ${CHANNELS.join(', ')}\n${USAGE}`)

const { services, close } = await openServices()
if (services.settings.demo) await loadDemoRegister(services)
for (const reply of await WAYS[channel](services, telephone)(text)) console.log(reply)
close()
