/** A process that sends what waits in a database, to be killed: path, provider, epoch, speed, rate, and whether it asks. */
import { twilioSender } from '../../src/channels/sms/sender.ts'
import { DRILL_DAY, fastTime } from './fast-time.ts'
import { openDrill, sendAll } from './outbox.ts'

const [path = '', base = '', epoch = '', speed = '', rate = '', asks = ''] = process.argv.slice(2)
const time = fastTime(Number(epoch), Number(speed), DRILL_DAY)
const { services, close } = await openDrill(path, base, time, Number(rate))
const sender = twilioSender(services.settings)
if (sender === null) throw new Error('no sender')
await sendAll(services, asks === 'asks' ? sender : { send: sender.send }, time)
close()
