import { paramIn } from '../../conversation/rendering/render.ts'
import { type Param, say } from '../../conversation/words/reply.ts'
import type { Language } from '../../i18n/texts.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'
import type { Price } from '../../settings.ts'
import { type Cost, costOf } from '../estimate/cost.ts'
import {
  type CostlySign,
  costlySigns,
  type SmsEncoding,
  smsEncoding,
  smsLength,
  unicodeSigns,
} from './sms-length.ts'
import type { Longest } from '../estimate/tally.ts'
import { type Placeholder, readTemplate } from './template.ts'
import { joinedIn } from './wording.ts'

/** A text while it is written: how about a family would read it, and what that takes as one SMS. */
export type Draft = {
  /** Its placeholders filled where the plan itself has the value, else with as many ○ as are usual; unfilled if it cannot be read. */
  readonly text: string
  readonly isReadable: boolean
  /** Whether part of it is each family's own. */
  readonly varies: boolean
  /** UTF-16 units. */
  readonly units: number
  readonly encoding: SmsEncoding
  readonly segments: number
  /** Null where nobody told what a segment costs. */
  readonly cost: Cost | null
  readonly costlySigns: readonly CostlySign[]
  /** Signs for which alone a text in Latin letters costs as much as one in Chinese. */
  readonly unicodeSigns: readonly string[]
}

/** What of a plan its texts may speak of; null while it is not chosen. */
export type Chosen = { readonly county: string | null; readonly programme: ProgrammeId | null }

/** Counts a text as it was written so far; no family is looked at. */
export function draftOf(
  written: string,
  language: Language,
  chosen: Chosen,
  price: Price | undefined,
): Draft {
  const read = readTemplate(written)
  const text = read.ok ? joinedIn(language, read.template, examplesIn(language, chosen)) : written
  const { segments } = smsLength(text)
  return {
    isReadable: read.ok,
    varies: text.includes(UNKNOWN),
    costlySigns: costlySigns(written),
    unicodeSigns: unicodeSigns(text),
    ...takenBy({ text, units: text.length, segments }, price),
  }
}

/** A draft as its longest message shows it, after its audience was counted. */
export function longestOf(draft: Draft, longest: Longest, price: Price | undefined): Draft {
  return { ...draft, varies: false, ...takenBy(longest, price) }
}

function takenBy(
  { text, units, segments }: Pick<Longest, 'text' | 'units' | 'segments'>,
  price: Price | undefined,
): Pick<Draft, 'text' | 'units' | 'encoding' | 'segments' | 'cost'> {
  return { text, units, encoding: smsEncoding(text), segments, cost: costOf(segments, price) }
}

// Stands in the examples for each sign that is a family's own.
const UNKNOWN = '○'

// A sum and a window hang on rules and offices: only a count looks them up.
function examplesIn(language: Language, { county, programme }: Chosen): Record<Placeholder, string> {
  const day = say('conversation:day', { year: '○○○○', month: '○○', day: '○○' })
  const values: Record<Placeholder, Param> = {
    child: say('broadcasts:example.child'),
    programme: say(
      programme === null ? 'broadcasts:example.programme' : `policy:programme.${programme}.name`,
    ),
    sum: say('broadcasts:example.sum'),
    window: say('broadcasts:window.between', { opens: day, closes: day }),
    county: county === null ? say('broadcasts:example.county') : { county },
    stop: say('conversation:word.stop'),
  }
  const named = Object.entries(values).map(
    ([name, param]) => [name, String(paramIn(param, language))] as const,
  )
  return Object.fromEntries(named) as Record<Placeholder, string>
}
