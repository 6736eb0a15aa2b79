import { z } from 'zod'
import { PROMISED } from '../understanding/promised.ts'
import { INTENTS, TOPICS } from '../understanding/types.ts'
import type { Label } from './sentence.ts'

const label = z.object({ intent: z.enum(INTENTS), topic: z.enum(TOPICS).nullable() })
const language = z.enum(['zh-CN', 'bo'])
const count = z.number().int().min(0)
const beforeAfter = z.object({ of: count, before: count, after: count })

/**
 * What training on the labels changes, measured on the sentences kept aside. `before` is the program trained without
 * them, `after` with them. Labelled sentences stand here by their ids alone; those kept aside are in the repository.
 */
const report = z.object({
  /** Digests of the labels, and of the data that was trained on without them. */
  labels: z.string().max(64),
  data: z.string().max(64),
  /** Each label that was learnt from: whether it is understood as labelled. */
  learnt: z.array(z.object({ id: z.string().max(64), before: z.boolean(), after: z.boolean() })).max(20_000),
  /** Ids of sentences that are in an evaluation set too: neither learnt from nor taken. */
  leftOut: z.array(z.string().max(64)).max(20_000),
  sets: z.array(z.object({ language, understood: beforeAfter, refused: beforeAfter })).max(2),
  /** Sentences kept aside whose answer is another after. */
  flips: z
    .array(
      z.object({
        language,
        text: z.string().max(2000),
        wanted: label,
        before: label,
        after: label,
        turn: z.enum(['better', 'worse', 'other']),
      }),
    )
    .max(20_000),
})
export type Report = z.infer<typeof report>
export type Flip = Report['flips'][number]

/** Reads a report that was stored or handed in; null for what is none. */
export function readReport(json: string): Report | null {
  try {
    return report.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

/** A sentence with what it means, and what the program takes it for before and after. */
export type Answered = {
  readonly language: Report['sets'][number]['language']
  readonly text: string
  readonly wanted: Label
  readonly before: Label
  readonly after: Label
}

/** What became of the sentences kept aside: shares a language, and each that flips. */
export function compared(keptAside: readonly Answered[]): Pick<Report, 'sets' | 'flips'> {
  const sets = (['zh-CN', 'bo'] as const).map((spoken) => {
    const own = keptAside.filter((one) => one.language === spoken)
    return {
      language: spoken,
      understood: counted(own.filter(({ wanted }) => wanted.intent !== 'out-of-scope')),
      refused: counted(own.filter(({ wanted }) => wanted.intent === 'out-of-scope')),
    }
  })
  const flips = keptAside
    .filter(({ before, after }) => !isSame(before, after))
    .map((one) => ({ ...one, turn: turnOf(one) }))
  return { sets, flips }
}

/**
 * Whether taking the labels would cost more than it brings: of any set fewer are right after than before, by more than
 * chance (twice the root of all that turned), or fewer than is promised where as many were.
 */
export function isWorse({ sets, flips }: Pick<Report, 'sets' | 'flips'>): boolean {
  return sets.some(({ language: spoken, understood, refused }) => {
    const own = flips.filter((flip) => flip.language === spoken)
    const inScope = own.filter(({ wanted }) => wanted.intent !== 'out-of-scope')
    const others = own.filter(({ wanted }) => wanted.intent === 'out-of-scope')
    return (
      hasFallen(understood, inScope, PROMISED[spoken].understood) ||
      hasFallen(refused, others, PROMISED[spoken].refused)
    )
  })
}

type BeforeAfter = Report['sets'][number]['understood']

function hasFallen({ of, before, after }: BeforeAfter, flips: readonly Flip[], promised: number): boolean {
  const turned = flips.filter(({ turn }) => turn !== 'other').length
  if (before - after > 2 * Math.sqrt(turned)) return true
  return after < before && after < promised * of && before >= promised * of
}

export function isSame(one: Label, other: Label): boolean {
  return one.intent === other.intent && one.topic === other.topic
}

function counted(answered: readonly Answered[]) {
  const right = (of: 'before' | 'after') => answered.filter((one) => isSame(one[of], one.wanted)).length
  return { of: answered.length, before: right('before'), after: right('after') }
}

function turnOf({ wanted, before, after }: Answered): Flip['turn'] {
  if (isSame(after, wanted)) return 'better'
  return isSame(before, wanted) ? 'worse' : 'other'
}
