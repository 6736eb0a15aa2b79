import { z } from 'zod'
import { AUDIENCE } from '../../audiences/audience.ts'
import { DELIVERY_STATES } from '../../broadcasts/deliveries.ts'
import { INTERVALS } from '../../broadcasts/life/recurrence.ts'
import { STATES } from '../../broadcasts/life/states.ts'
import { CHANNELS } from '../../conversation/turn.ts'
import { LANGUAGES } from '../../i18n/texts.ts'

const instant = z.string().nullable()
const whole = z.int()
const byReason = z.record(z.string(), whole)

const Segments = z
  .object({
    messages: whole,
    withoutText: whole.describe('Families who read this language, for whom nothing was written in it.'),
    segments: whole.describe('SMS segments of all of them.'),
    bySegments: z.record(z.string(), whole).describe('How many SMS take how many segments.'),
    longest: z
      .object({ household: z.string(), units: whole, segments: whole, text: z.string() })
      .nullable()
      .describe('The longest message: whose, its UTF-16 units, its segments; each sign of a name is a ○.'),
    shorten: z
      .object({ signs: whole, messages: whole })
      .nullable()
      .describe('So many signs fewer, and so many of the messages take one segment less.'),
    costlySigns: z
      .array(z.object({ sign: z.string(), instead: z.string(), spares: whole }))
      .describe('Signs that take more room than they need, and how many units others would spare.'),
    unicodeSigns: z
      .array(z.string())
      .describe('Signs for which alone a text in Latin letters costs as much as one in Chinese.'),
  })
  .describe("What the messages in one language come to, over its families' real names and sums.")

const Estimate = z
  .object({
    day: z.string().describe('Of which the rules and figures are.'),
    size: whole.describe('Households of the audience (persons, with one message for each), reached or not.'),
    messages: whole.describe('Those who would be sent one.'),
    segments: z.object({ 'zh-CN': Segments.optional(), bo: Segments.optional() }),
    cost: z
      .object({ amount: z.number(), currency: z.string(), perSegment: z.number(), segments: whole })
      .nullable()
      .describe('Null where SMS_PRICE is not set.'),
    channels: z.object({ sms: whole, telegram: whole }),
    skipped: byReason.describe('Families of the audience who would be sent nothing, by why.'),
    isExact: z
      .boolean()
      .describe(
        'False for an audience too large to word each message: then a sample of each language stands for the rest.',
      ),
  })
  .describe('What a broadcast would come to on a day.')

const state = z.enum(STATES)
const id = z.string()

const Broadcast = z.object({
  id,
  name: z.string(),
  state,
  version: whole.describe('One more with each move; the ETag.'),
  audience: AUDIENCE,
  body: z.object({ 'zh-CN': z.string().optional(), bo: z.string().optional() }),
  sendAt: instant,
  repeat: z.object({ every: z.enum(INTERVALS), until: z.string() }).nullable(),
  restDays: whole,
  writers: z.array(z.string()).describe('Who wrote it, the author first; none of them may approve it.'),
  createdAt: z.string(),
  submittedBy: instant,
  submittedAt: instant,
  approvedBy: instant,
  approvedAt: instant,
  estimate: Estimate,
})

const Read = Broadcast.extend({
  run: z
    .object({
      number: whole,
      dueAt: z.string(),
      startedAt: instant,
      finishedAt: instant,
    })
    .nullable()
    .describe('The last time that it is or was sent; null before it was approved.'),
  counts: z
    .object({
      queued: whole,
      sent: whole,
      delivered: whole,
      failed: whole,
      unknown: whole.describe("They may have left or not: the provider's answer was lost."),
      cancelled: whole.describe('Waiting when the family said stop, or when it was cancelled.'),
      skipped: whole,
    })
    .describe('Families of that run, each once.'),
  skipped: byReason.describe('Why those who were skipped were.'),
  progress: z
    .object({
      done: whole,
      of: whole,
      perSecond: z.number().nullable(),
      secondsLeft: whole.nullable().describe('Without quiet hours between.'),
      quietUntil: instant,
    })
    .nullable(),
})

const Preview = Estimate.extend({
  audience: z
    .looseObject({ persons: whole, households: whole, messages: whole })
    .describe('Who is in the audience: counted, who is left out and why, and ten of them with the reasons.'),
})

/** What the staff API answers of broadcasts, by the names under which `/openapi.json` describes it. */
export const BROADCAST_ANSWERS = {
  BroadcastCreated: Estimate.extend({ id, state: z.literal('draft'), version: whole }).describe(
    'A fresh draft, and what it would come to.',
  ),
  BroadcastPreview: Preview.describe('What a broadcast would come to today, and for whom.'),
  BroadcastRead: Read.describe('A broadcast and where it stands.'),
  Broadcasts: z
    .object({
      broadcasts: z.array(Broadcast),
      next: z.string().nullable().describe('`after` of the next page; null at the end.'),
    })
    .describe('One page of broadcasts, the newest first.'),
  BroadcastDeliveries: z
    .object({
      deliveries: z.array(
        z.object({
          key: z.string(),
          household: z.string(),
          language: z.enum(LANGUAGES).nullable(),
          channel: z.enum(CHANNELS).nullable(),
          state: z.enum(DELIVERY_STATES),
          code: z.string().nullable().describe('Why it was skipped, or what the provider last said.'),
          at: instant,
        }),
      ),
      next: z.string().nullable().describe('`after` of the next page; null at the end.'),
    })
    .describe('One page of what became of each message; no telephone and no text is in it.'),
}
