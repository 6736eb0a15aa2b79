import { describe, expect, it } from 'vitest'
import { homeRoutes } from '../../../src/channels/simulator/home.tsx'
import { parseSettings } from '../../../src/settings.ts'

async function home(environment: Readonly<Record<string, string>>): Promise<string> {
  const parsed = parseSettings({ DEMO: '0', DATA_KEY: btoa('k'.repeat(32)), ...environment })
  if (!parsed.ok) throw new Error(parsed.faults.join())
  return (await homeRoutes({ settings: parsed.settings }).request('/')).text()
}

const TWILIO = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 't' }

describe('the page of a service in use', () => {
  it('says what it is in both languages', async () => {
    const html = await home({})
    expect(html).toMatch(/<section lang="zh-CN">[\s\S]*惠学[\s\S]*<section lang="bo">[\s\S]*སློབ་ཕན/)
  })

  it('names the number that is texted to', async () => {
    expect(await home({ ...TWILIO, TWILIO_FROM: '+861069000000' })).toContain('href="sms:+861069000000"')
  })

  it.each([{}, { ...TWILIO, TWILIO_FROM: `MG${'0'.repeat(32)}` }])(
    'invents no number where there is none',
    async (environment) => {
      const html = await home(environment)
      expect(html).not.toContain('sms:')
      expect(html).toContain('教育局')
    },
  )

  it('offers no demo telephone', async () => {
    expect(await home({})).not.toContain('<form')
  })
})
