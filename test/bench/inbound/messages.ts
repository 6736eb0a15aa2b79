import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { ROOT } from '../child.ts'
import { type Random, seeded } from '../random.ts'

export type Provider = {
  readonly url: string
  readonly token: string
  readonly to: string
  readonly account: string
}

/** A webhook, signed: one JSON line each. */
export type SignedMessage = { readonly body: string; readonly signature: string }

// These end a conversation or silence it, and the next message from there would have no answer.
const ENDING = ['stop', 'erase-data']

/** Distinct messages from these telephones: real questions in both languages, two thirds of them Chinese. */
export function signedMessages(
  count: number,
  telephones: readonly string[],
  provider: Provider,
): SignedMessage[] {
  const random = seeded(7)
  const chinese = questions('zh')
  const tibetan = questions('bo')
  return Array.from({ length: count }, () => {
    const form = {
      MessageSid: `SM${hex(random, 32)}`,
      AccountSid: provider.account,
      From: random.pick(telephones),
      To: provider.to,
      Body: random.pick(random.chance(2 / 3) ? chinese : tibetan),
      NumMedia: '0',
      NumSegments: '1',
    }
    return {
      body: new URLSearchParams(form).toString(),
      signature: getExpectedTwilioSignature(provider.token, provider.url, form),
    }
  })
}

function questions(language: 'zh' | 'bo'): string[] {
  const lines = readFileSync(join(ROOT, `test/understanding/${language}/held-out.tsv`), 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [text = '', intent = ''] = line.split('\t')
    return text === '' || text.startsWith('#') || ENDING.includes(intent) ? [] : [text]
  })
}

function hex(random: Random, digits: number): string {
  return Array.from({ length: digits }, () => random.between(0, 15).toString(16)).join('')
}
