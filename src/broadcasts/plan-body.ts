import { z } from 'zod'
import { AUDIENCE } from '../audiences/audience.ts'
import { LONGEST_TEXT, type Plan, REST_DAYS } from './plan.ts'
import { INTERVALS } from './life/recurrence.ts'

const words = z
  .string('must be a text')
  .trim()
  .min(1, 'must not be empty')
  .max(LONGEST_TEXT, `must be at most ${LONGEST_TEXT} characters`)

const Repeat = z
  .strictObject(
    {
      every: z.enum(INTERVALS, `must be one of ${INTERVALS.join(', ')}`),
      until: z.iso.date('must be a day such as 2026-12-31').describe('That day included.'),
    },
    'must be an object with every and until',
  )
  .describe('It is sent again at the same time of day, to whoever is in the audience then.')

/** A broadcast as it is asked for, by a form or the API; `planOf` makes the plan of it. */
export const BroadcastBody = z
  .strictObject(
    {
      name: z
        .string('must be a text')
        .trim()
        .min(1, 'must not be empty')
        .max(100, 'must be at most 100 characters')
        .describe('For staff; no family sees it.'),
      audience: AUDIENCE,
      body: z
        .strictObject(
          { 'zh-CN': words.optional(), bo: words.optional() },
          'must be an object of texts by language: zh-CN, bo',
        )
        .describe(
          'What families read, each in its language. It may hold {{child}} (the names of whom it is about), {{programme}}, {{sum}} (yuan), {{window}} (when to apply, as the county entered it), {{county}} and {{stop}} (the word that ends messages). A family for whom one of them has no value is sent nothing.',
        ),
      sendAt: z.iso
        .datetime({ offset: true, error: 'must be an instant such as 2026-12-01T09:00:00+08:00' })
        .nullish()
        .describe('As soon as it is approved, where not given or past; never in quiet hours.'),
      repeat: Repeat.nullish(),
      restDays: z
        .int('must be a whole number')
        .min(0, 'must be 0 to 365')
        .max(365, 'must be 0 to 365')
        .nullish()
        .describe(
          `Families whom another broadcast told of the same programme fewer days ago are left out; ${REST_DAYS} where not given.`,
        ),
    },
    'must be an object',
  )
  .describe('A broadcast to families.')

/** A body, checked, as the plan it is. */
export function planOf({
  name,
  audience,
  body,
  sendAt,
  repeat,
  restDays,
}: z.output<typeof BroadcastBody>): Plan {
  const { 'zh-CN': zh, bo } = body
  return {
    name,
    audience,
    body: { ...(zh === undefined ? {} : { 'zh-CN': zh }), ...(bo === undefined ? {} : { bo }) },
    sendAt: sendAt == null ? null : new Date(sendAt).toISOString(),
    repeat: repeat ?? null,
    restDays: restDays ?? REST_DAYS,
  }
}
