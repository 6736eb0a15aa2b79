import { z } from 'zod'

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback)
const flag = z.enum(['0', '1']).transform((value) => value === '1')
const key = z.string().refine((text) => base64Bytes(text) === 32, 'must be 32 bytes as base64')
const origin = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  PUBLIC_URL: origin.optional(),
  BEHIND_PROXY: flag.default(false),
  DATABASE_PATH: z.string().min(1).default('data/huixue.db'),
  DEMO: flag.optional(),
  DATA_KEY: key.optional(),
  DATA_KEY_PREVIOUS: key.optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits')
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_FROM: z
    .string()
    .regex(
      /^(\+[1-9]\d{4,14}|MG[0-9a-fA-F]{32})$/,
      'must be a number such as +8610… or a Messaging Service SID',
    )
    .optional(),
  TWILIO_API_BASE: origin.default('https://api.twilio.com'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'must be digits, a colon and letters')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'must be 1 to 256 of A-Z a-z 0-9 _ -')
    .optional(),
  TELEGRAM_API_ROOT: origin.default('https://api.telegram.org'),
  API_TOKENS: z
    .string()
    .transform((list) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
    )
    .pipe(z.array(z.string().regex(/^[^:,\s]+:[0-9a-f]{64}$/, 'each must be name:sha256hex')))
    .transform((entries) => entries.map(parseToken))
    .default([]),
  SMS_RATE: count(10),
  SMS_PRICE: z
    .string()
    .regex(/^\d+(\.\d{1,6})? [A-Z]{3}$/, 'must be an amount and a currency such as 0.045 CNY')
    .transform(parsePrice)
    .optional(),
  TELEGRAM_RATE: count(25),
  API_RATE: count(600),
  CONTACT_RATE: count(20),
  THREADS: z.coerce.number().int().min(1).max(64).optional(),
  QUIET_HOURS: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM-HH:MM')
    .default('21:30-07:30'),
  NOW: z.iso.datetime({ offset: true }).optional(),
})

/** Signs the simulator's webhooks where no provider is configured: known to all, worth nothing outside the demo. */
export const DEMO_AUTH_TOKEN = 'huixue-demo'

/** What a segment is made to cost where every message goes to the simulator: the demo shows sums, no bill. */
const DEMO_PRICE: Price = { amount: 0.05, currency: 'CNY' }

/** What the environment asks for, whole and checked; named as `contract.md` names it, less the shouting. */
export type Settings = {
  readonly port: number
  readonly publicUrl: string
  /** A proxy stands before the Node server, and tells by `X-Forwarded-For` who asks. */
  readonly behindProxy: boolean
  readonly databasePath: string
  readonly demo: boolean
  readonly dataKey: string | undefined
  readonly dataKeyPrevious: string | undefined
  readonly twilio: {
    readonly accountSid: string | undefined
    readonly authToken: string | undefined
    readonly from: string | undefined
    readonly apiBase: string
  }
  readonly telegram: {
    readonly botToken: string | undefined
    readonly webhookSecret: string | undefined
    readonly apiRoot: string
  }
  readonly apiTokens: readonly ApiToken[]
  readonly smsRate: number
  /** What the provider takes for one segment; undefined where nobody said. */
  readonly smsPrice: Price | undefined
  readonly telegramRate: number
  readonly apiRate: number
  readonly contactRate: number
  /** Threads that answer HTTP, on Node; undefined where that is left to us. */
  readonly threads: number | undefined
  readonly quietHours: string
  readonly now: string | undefined
}

/** Money as it is counted; the currency by its ISO 4217 code. */
export type Price = { readonly amount: number; readonly currency: string }

type ApiToken = { readonly name: string; readonly sha256: string }

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Reads the environment. Every fault is told, by the variable's name and without its value. Empty means not set. */
export function parseSettings(environment: Readonly<Record<string, unknown>>): SettingsResult {
  const given = Object.entries(environment).filter(([, value]) => typeof value === 'string' && value !== '')
  const parsed = Environment.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    return {
      ok: false,
      faults: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    }
  }
  const env = parsed.data
  const provided = env.TWILIO_ACCOUNT_SID ?? env.TWILIO_AUTH_TOKEN ?? env.TELEGRAM_BOT_TOKEN
  const demo = env.DEMO ?? provided === undefined
  const faults = [
    ...(env.NOW !== undefined && !demo ? ['NOW: only allowed with DEMO=1'] : []),
    ...(env.DATA_KEY === undefined && !demo ? ['DATA_KEY: required outside DEMO: 32 bytes as base64'] : []),
    ...together(env, ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'], demo),
    ...together(env, ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'], demo),
  ]
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, settings: toSettings(env, demo) }
}

function toSettings(env: z.output<typeof Environment>, demo: boolean): Settings {
  return {
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    behindProxy: env.BEHIND_PROXY,
    databasePath: env.DATABASE_PATH,
    demo,
    dataKey: env.DATA_KEY,
    dataKeyPrevious: env.DATA_KEY_PREVIOUS,
    twilio: {
      accountSid: env.TWILIO_ACCOUNT_SID,
      authToken: env.TWILIO_AUTH_TOKEN ?? (demo ? DEMO_AUTH_TOKEN : undefined),
      from: env.TWILIO_FROM,
      apiBase: env.TWILIO_API_BASE,
    },
    telegram: {
      botToken: env.TELEGRAM_BOT_TOKEN,
      webhookSecret: env.TELEGRAM_WEBHOOK_SECRET,
      apiRoot: env.TELEGRAM_API_ROOT,
    },
    apiTokens: env.API_TOKENS,
    smsRate: env.SMS_RATE,
    smsPrice: env.SMS_PRICE ?? (demo && env.TWILIO_ACCOUNT_SID === undefined ? DEMO_PRICE : undefined),
    telegramRate: env.TELEGRAM_RATE,
    apiRate: env.API_RATE,
    contactRate: env.CONTACT_RATE,
    threads: env.THREADS,
    quietHours: env.QUIET_HOURS,
    now: env.NOW,
  }
}

// A provider half configured would fail at the first message; in the demo a token alone is enough to sign by.
function together(
  env: z.output<typeof Environment>,
  names: readonly (keyof z.output<typeof Environment>)[],
  demo: boolean,
): string[] {
  const missing = names.filter((name) => env[name] === undefined)
  if (demo || missing.length === 0 || missing.length === names.length) return []
  return missing.map(
    (name) => `${name}: required with ${names.filter((other) => !missing.includes(other)).join(', ')}`,
  )
}

function parseToken(entry: string): ApiToken {
  const [name = '', sha256 = ''] = entry.split(':')
  return { name, sha256 }
}

function parsePrice(entry: string): Price {
  const [amount = '', currency = ''] = entry.split(' ')
  return { amount: Number(amount), currency }
}

function base64Bytes(text: string): number {
  try {
    return atob(text).length
  } catch {
    return 0
  }
}

/** The number that families text; null where there is none, or a Messaging Service's SID, which nobody could text. */
export function textableNumber({ twilio: { from } }: Pick<Settings, 'twilio'>): string | null {
  return from?.startsWith('+') === true ? from : null
}
