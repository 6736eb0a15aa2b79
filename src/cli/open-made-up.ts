import { toBase64 } from '../privacy/base64.ts'
import { randomBytes } from '../privacy/random.ts'
import { type Opened, openNodeServices } from '../runtime/node.ts'
import { parseSettings } from '../settings.ts'

/** The services over a database of their own that is gone with the process: nothing real can get into what is made of it. */
export async function openMadeUp(): Promise<Opened> {
  const now = process.env['NOW']
  const parsed = parseSettings({
    DEMO: '1',
    DATABASE_PATH: ':memory:',
    DATA_KEY: toBase64(randomBytes(32)),
    CONTACT_RATE: '1000',
    ...(now === undefined ? {} : { NOW: now }),
  })
  if (!parsed.ok) {
    console.error(`The settings are not right:\n${parsed.faults.map((fault) => `  ${fault}`).join('\n')}`)
    process.exit(1)
  }
  return openNodeServices(parsed.settings, 'warning')
}
