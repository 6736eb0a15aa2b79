import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js'
import { describe, expect, it } from 'vitest'
import { asProvider, readTwiml } from '../../../src/channels/sms/as-provider.ts'
import { isSigned, sign } from '../../../src/channels/sms/signature.ts'
import { twiml } from '../../../src/channels/sms/twiml.ts'
import { parseSettings } from '../../../src/settings.ts'
import { fc } from '../../property.ts'

const URL_ = 'https://huixue.example/webhooks/sms'
// Twilio's own published example: https://www.twilio.com/docs/usage/security
const PUBLISHED = {
  token: '12345',
  url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
  fields: {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  },
  signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
}

describe('a signature', () => {
  it("is Twilio's own, on Twilio's published example", () => {
    expect(sign(PUBLISHED.token, PUBLISHED.url, PUBLISHED.fields)).toBe(PUBLISHED.signature)
  })

  it.each(['', 'x', '====', '\u0000', 'RSOYDt4T1cUTdK1PDd93/VVr8B8', 'སློབ'])(
    '%j is no signature, and no error',
    (signature) => {
      expect(isSigned(PUBLISHED.token, signature, PUBLISHED.url, PUBLISHED.fields)).toBe(false)
    },
  )

  it('does not fit another token, address or text', () => {
    const signature = sign('t', URL_, { Body: 'a' })
    expect(isSigned('t', signature, URL_, { Body: 'a' })).toBe(true)
    expect(isSigned('u', signature, URL_, { Body: 'a' })).toBe(false)
    expect(isSigned('t', signature, `${URL_}/status`, { Body: 'a' })).toBe(false)
    expect(isSigned('t', signature, URL_, { Body: 'b' })).toBe(false)
  })
})

describe('TwiML', () => {
  const unit = fc.constantFrom('<', '>', '&', '"', "'", '惠', 'སློ', '་', ' ', '\n', '\r', '1', ']]>')
  const texts = fc.array(fc.string({ unit, minLength: 1 }), { maxLength: 4 })

  it("is what Twilio's own builder writes, for any texts", () => {
    fc.assert(
      fc.property(texts, (replies) => {
        const reference = new MessagingResponse()
        for (const reply of replies) reference.message(reply)
        expect(twiml(replies)).toBe(reference.toString())
      }),
    )
  })

  it('carries any text of ours there and back', () => {
    fc.assert(
      fc.property(texts, (replies) => {
        expect(readTwiml(twiml(replies))).toEqual(replies)
      }),
    )
  })
})

describe('a text as the provider posts it', () => {
  it('is signed for the public URL, wherever the program listens', async () => {
    const parsed = parseSettings({ PUBLIC_URL: 'https://huixue.example', TWILIO_AUTH_TOKEN: 't', DEMO: '1' })
    if (!parsed.ok) throw new Error('settings')
    const request = asProvider(parsed.settings, { from: '+8610000000001', text: '幼儿园' })
    const fields = Object.fromEntries(new URLSearchParams(await request.text()))
    expect(isSigned('t', request.headers.get('x-twilio-signature') ?? '', URL_, fields)).toBe(true)
    expect(fields).toMatchObject({ From: '+8610000000001', Body: '幼儿园' })
  })
})
