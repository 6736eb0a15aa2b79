import { z } from 'zod'
import type { Understanding } from '../understanding/types.ts'
import { understand } from '../understanding/understand.ts'
import { answerOneOrMany, BATCH_LIMIT } from './batch.ts'
import type { Result } from '../fault.ts'

/** The contract's part of an understanding: what else was said stays in the house. */
type Answer = Omit<Understanding, 'said'>

/** Longer than any SMS or Telegram message. */
const TEXT_LIMIT = 10_000
const Text = z.string('must be a text').max(TEXT_LIMIT, `must be at most ${TEXT_LIMIT} characters`)

/** One message. */
export const TextBody = z
  .strictObject({ text: Text }, 'must be an object')
  .describe('A message in Chinese or Tibetan, as it was typed.')

export const TextsBody = z
  .strictObject({ texts: z.array(Text, 'must be a list').max(BATCH_LIMIT) })
  .describe('Many messages, each for itself, answered in their order.')

/** What the text or the texts in `body` say. */
export function answerUnderstanding(body: unknown): Result<Answer | { readonly results: readonly Answer[] }> {
  return answerOneOrMany(body, {
    key: 'texts',
    one: TextBody,
    many: TextsBody,
    answerOne: ({ text }) => answer(text),
    answerItem: answer,
  })
}

function answer(text: string): Answer {
  const { language, intent, topic, stage, county, confidence, value } = understand(text)
  const common = { language, intent, topic, stage, county, confidence }
  return intent === 'set-language' && value !== undefined ? { ...common, value } : common
}
