import { describe, expect, it } from 'vitest'
import { DEMO_AUTH_TOKEN, parseSettings, type Settings } from '../src/settings.ts'

const KEY = btoa('k'.repeat(32))
const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 't',
  TWILIO_FROM: '+8610000000',
}

describe('the settings', () => {
  it('need nothing for a demo on this machine', () => {
    expect(settings({})).toMatchObject({
      port: 8787,
      publicUrl: 'http://localhost:8787',
      databasePath: 'data/huixue.db',
      demo: true,
      twilio: { authToken: DEMO_AUTH_TOKEN, apiBase: 'https://api.twilio.com' },
      quietHours: '21:30-07:30',
      apiRate: 600,
      contactRate: 20,
    })
  })

  it('leave the demo once a provider is configured', () => {
    expect(settings({ ...TWILIO, DATA_KEY: KEY })).toMatchObject({ demo: false, twilio: { authToken: 't' } })
  })

  it('have a made-up price for a segment where no bill can come, and none where one can', () => {
    expect(settings({}).smsPrice).toEqual({ amount: 0.05, currency: 'CNY' })
    expect(settings({ ...TWILIO, DEMO: '1' }).smsPrice).toBeUndefined()
    expect(settings({ ...TWILIO, DATA_KEY: KEY }).smsPrice).toBeUndefined()
  })

  it('keep the demo where it is asked for, provider or not', () => {
    expect(settings({ TWILIO_AUTH_TOKEN: 't', DEMO: '1' })).toMatchObject({
      demo: true,
      twilio: { authToken: 't' },
    })
  })

  it('follow the port in the public URL, and drop a trailing slash', () => {
    expect(settings({ PORT: '9000' }).publicUrl).toBe('http://localhost:9000')
    expect(settings({ PUBLIC_URL: 'https://huixue.example/' }).publicUrl).toBe('https://huixue.example')
  })

  it('take an empty variable for one that is not set', () => {
    expect(settings({ DATA_KEY: '', PORT: '' }).port).toBe(8787)
  })

  it('read bearer tokens by name', () => {
    const sha256 = 'a'.repeat(64)
    expect(settings({ API_TOKENS: `li:${sha256}, wang:${sha256}` }).apiTokens).toEqual([
      { name: 'li', sha256 },
      { name: 'wang', sha256 },
    ])
  })

  it.each([
    ['PORT', { PORT: 'abc' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://x' }],
    ['DATA_KEY', { DATA_KEY: 'short' }],
    ['DEMO', { DEMO: 'yes' }],
    ['TWILIO_ACCOUNT_SID', { TWILIO_ACCOUNT_SID: 'x' }],
    ['TWILIO_FROM', { TWILIO_FROM: '12' }],
    ['TELEGRAM_BOT_TOKEN', { TELEGRAM_BOT_TOKEN: 'x' }],
    ['TELEGRAM_WEBHOOK_SECRET', { TELEGRAM_WEBHOOK_SECRET: 'a b' }],
    ['API_TOKENS', { API_TOKENS: 'li' }],
    ['SMS_RATE', { SMS_RATE: '0' }],
    ['QUIET_HOURS', { QUIET_HOURS: '9pm' }],
    ['THREADS', { THREADS: '0' }],
    ['THREADS', { THREADS: 'two' }],
    ['NOW', { NOW: 'today' }],
    ['NOW', { NOW: '2026-01-01T00:00:00Z', DEMO: '0', DATA_KEY: KEY }],
    ['DATA_KEY', { DEMO: '0' }],
    [
      'TWILIO_AUTH_TOKEN',
      { TWILIO_FROM: TWILIO.TWILIO_FROM, TWILIO_ACCOUNT_SID: TWILIO.TWILIO_ACCOUNT_SID, DATA_KEY: KEY },
    ],
    ['TELEGRAM_WEBHOOK_SECRET', { TELEGRAM_BOT_TOKEN: '1:a', DATA_KEY: KEY }],
  ])('name %s where %j is wrong', (name, environment) => {
    expect(faults(environment).map((fault) => fault.split(/[.:]/)[0])).toContain(name)
  })

  it('tell every fault at once, and no value', () => {
    const told = faults({ PORT: 'p@ss', DATA_KEY: 's3cret', QUIET_HOURS: 'never' })
    expect(told).toHaveLength(3)
    expect(told.join()).not.toMatch(/p@ss|s3cret|never/)
  })
})

function settings(environment: Record<string, string>): Settings {
  const parsed = parseSettings(environment)
  if (!parsed.ok) throw new Error(parsed.faults.join('; '))
  return parsed.settings
}

function faults(environment: Record<string, string>): readonly string[] {
  const parsed = parseSettings(environment)
  return parsed.ok ? [] : parsed.faults
}
