import type { z } from 'zod'
import type { Result } from '../fault.ts'
import { validate } from '../validate.ts'

/** How many cases or texts one request may hold. */
export const BATCH_LIMIT = 1000

type Batch<Key extends string, One, Item, Answer> = {
  /** Under which many come at once. */
  readonly key: Key
  readonly one: z.ZodType<One>
  readonly many: z.ZodType<Readonly<Record<Key, Item[]>>>
  readonly answerOne: (one: One) => Answer
  readonly answerItem: (item: Item) => Answer
}

/** Answers one body, or `{[key]: […]}` as `{results: […]}` in the same order; one fault anywhere refuses the whole. */
export function answerOneOrMany<Key extends string, One, Item, Answer>(
  body: unknown,
  { key, one, many, answerOne, answerItem }: Batch<Key, One, Item, Answer>,
): Result<Answer | { readonly results: readonly Answer[] }> {
  if (!hasKey(body, key)) {
    const valid = validate(one, body)
    return valid.ok ? { ok: true, value: answerOne(valid.value) } : valid
  }
  // Counted before its entries are looked at: a hundred thousand faulty ones would make as many faults.
  const list = body[key]
  if (Array.isArray(list) && list.length > BATCH_LIMIT) {
    const fields = [{ path: key, problem: `must hold at most ${BATCH_LIMIT}` }]
    return { ok: false, fault: { code: 'invalid', fields } }
  }
  const valid = validate(many, body)
  return valid.ok ? { ok: true, value: { results: valid.value[key].map(answerItem) } } : valid
}

function hasKey<Key extends string>(body: unknown, key: Key): body is Readonly<Record<Key, unknown>> {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, key)
}
