import { createHash } from 'node:crypto'
import { planOf } from '../../../src/broadcasts/plan-body.ts'
import { openNodeServices } from '../../../src/runtime/node.ts'
import { parseSettings } from '../../../src/settings.ts'
import { ACCOUNT } from '../../drills/provider.ts'

/** The webhook of the real server, as a provider calls it. */
export const WEBHOOK = {
  url: 'https://bench.example/webhooks/sms',
  token: 'a token for the benchmark',
  to: '+8610000000000',
  account: ACCOUNT,
}

/** Who writes a broadcast and who approves it: their tokens. */
export const TOKENS = { author: 'of-the-author', approver: 'of-the-approver' } as const

/** The environment of whatever opens the register of this benchmark. */
export function environmentOf(database: string) {
  return {
    DEMO: '0',
    DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    DATABASE_PATH: database,
    PUBLIC_URL: 'https://bench.example',
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: WEBHOOK.token,
    TWILIO_FROM: WEBHOOK.to,
    CONTACT_RATE: '1000000',
    QUIET_HOURS: '00:00-00:00',
    SMS_RATE: '1000000',
    TELEGRAM_RATE: '1000000',
    API_TOKENS: Object.entries(TOKENS)
      .map(([name, token]) => `${name}:${createHash('sha256').update(token).digest('hex')}`)
      .join(),
  }
}

/** The real services on Node over a database file, sending to a provider. */
export async function openScene(database: string, provider: string) {
  const parsed = parseSettings({ ...environmentOf(database), TWILIO_API_BASE: provider })
  if (!parsed.ok) throw new Error(parsed.faults.join())
  return openNodeServices(parsed.settings, 'warning')
}

/** As a client writes it: to nearly everybody, each person of a household told apart. */
export const BODY = {
  name: 'bench',
  audience: {
    county: '62',
    programme: 'secondary-vocational-grant' as const,
    outcome: 'ineligible' as const,
    ledger: 'not-applied' as const,
    per: 'person' as const,
  },
  // Several are sent after each other.
  restDays: 0,
  body: {
    'zh-CN': '{{child}}今年不在{{programme}}之列。以后不想收到，回复“{{stop}}”。',
    bo: '{{child}}ད་ལོ་{{programme}}ཁོངས་སུ་མེད། འཕྲིན་འདི་མི་དགོས་ན་“{{stop}}”ཞེས་སྐུར།',
  },
}

/** The same as a plan. */
export const PLAN = planOf(BODY)
