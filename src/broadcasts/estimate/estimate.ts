import { type Preview, previewAudience } from '../../audiences/preview.ts'
import type { Channel } from '../../conversation/turn.ts'
import type { Fault } from '../../fault.ts'
import type { Language } from '../../i18n/texts.ts'
import type { Day } from '../../policy/facts.ts'
import type { Services } from '../../services.ts'
import type { Price } from '../../settings.ts'
import type { Actor } from '../../staff/actor.ts'
import { contextOf } from '../context.ts'
import { type Cost, costOf } from './cost.ts'
import { type LanguageEstimate, languageEstimate } from './language-estimate.ts'
import type { Body, Plan } from '../plan.ts'
import type { SkipReason } from '../prepare.ts'
import { scaled } from './scaled.ts'
import type { Tally } from './tally.ts'
import { walk } from './walk.ts'

/** What a broadcast would come to on a day. Nothing of it tells of a person. */
export type Estimate = {
  readonly day: Day
  /** Households of the audience, or persons where each has a message of its own: reached or not. */
  readonly size: number
  readonly messages: number
  /** SMS segments of all messages. */
  readonly segments: number
  /** Null where nobody told what a segment costs. */
  readonly cost: Cost | null
  readonly languages: Readonly<Partial<Record<Language, LanguageEstimate>>>
  readonly channels: Readonly<Record<Channel, number>>
  /** Families of the audience who would be sent nothing, by why. */
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>
  /** False for an audience too large to be worded beforehand: then a sample of each language stands for the rest. */
  readonly isExact: boolean
}

export type Estimated =
  | { readonly ok: true; readonly estimate: Estimate; readonly preview: Preview }
  | { readonly ok: false; readonly fault: Fault }

/** Counts a plan's audience and words its messages as they would leave now. Faults: those of the audience. */
export async function estimateOf(
  services: Services,
  actor: Actor,
  plan: Plan,
  broadcastId: string,
): Promise<Estimated> {
  const previewed = await previewAudience(services, actor, plan.audience)
  if (!previewed.ok) return previewed
  const { preview, drawn } = previewed
  const context = await contextOf(services, plan, broadcastId)
  const { tally, isWhole } = await walk(services, context, { size: preview.households, drawn })
  const whole = isWhole ? tally : scaled(tally, preview)
  return {
    ok: true,
    preview,
    estimate: {
      day: context.by.day,
      ...countsOf(whole, plan.body, services.settings.smsPrice),
      isExact: isWhole,
    },
  }
}

function countsOf(tally: Tally, body: Body, price: Price | undefined): Omit<Estimate, 'day' | 'isExact'> {
  const languages = [...tally.languages].map(
    ([language, tallied]) => [language, languageEstimate(tallied, body[language] ?? '')] as const,
  )
  const messages = sum(languages.map(([, one]) => one.messages))
  const segments = sum(languages.map(([, one]) => one.segments))
  const sms = sum(languages.flatMap(([, { bySegments }]) => Object.values(bySegments)))
  const skipped = skippedIn(tally)
  return {
    size: messages + sum(Object.values(skipped).map((count) => count ?? 0)),
    messages,
    segments,
    cost: costOf(segments, price),
    languages: Object.fromEntries(languages),
    channels: { sms, telegram: messages - sms },
    skipped,
  }
}

function skippedIn({ languages, unreached }: Tally): Estimate['skipped'] {
  const skipped = new Map(unreached)
  for (const tallied of languages.values())
    for (const [reason, count] of tallied.skipped) skipped.set(reason, (skipped.get(reason) ?? 0) + count)
  return Object.fromEntries(skipped)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
