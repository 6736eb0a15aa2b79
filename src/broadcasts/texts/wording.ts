import { nameOf } from '../../conversation/words/benefits.ts'
import { enteredFor } from '../../conversation/reckoning/entered.ts'
import { paramIn } from '../../conversation/rendering/render.ts'
import { type Param, say, type Text } from '../../conversation/words/reply.ts'
import { dayText } from '../../conversation/words/day-text.ts'
import { windowOn } from '../../conversation/reckoning/windows.ts'
import type { Language } from '../../i18n/texts.ts'
import type { Day } from '../../policy/facts.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'
import type { Office } from '../../register/office.ts'
import { filled, type Placeholder, placeholdersIn, type Template } from './template.ts'

/** What a family's own message is made of. */
export type Particulars = {
  readonly language: Language
  readonly county: string
  /** Names of the persons whom it is about. */
  readonly names: readonly string[]
}

/** What all messages of a day have in common. */
export type Occasion = {
  readonly day: Day
  readonly programme: ProgrammeId | null
  /** Yuan, where the plan names a sum. */
  readonly sum: number | null
  /** What the county's office entered. */
  readonly entries: readonly Office[]
}

/** Why a family cannot be sent a text: what it speaks of is not there for them. */
export type Lacking = 'no-name' | 'no-programme' | 'no-sum' | 'no-window' | 'window-closed'

type Worded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly lacking: Lacking }

/** A text filled for one family, or what it lacks; nothing is ever sent with a gap in it. */
export function worded(template: Template, particulars: Particulars, occasion: Occasion): Worded {
  const { language } = particulars
  const values: Partial<Record<Placeholder, string>> = {}
  for (const placeholder of placeholdersIn(template)) {
    const value = VALUE[placeholder](particulars, occasion)
    if (typeof value === 'string') return { ok: false, lacking: value }
    values[placeholder] = String(paramIn(value.param, language))
  }
  return { ok: true, text: joinedIn(language, template, values) }
}

/** The text with its placeholders filled, its joints written as the language writes them. */
export function joinedIn(
  language: Language,
  template: Template,
  values: Readonly<Partial<Record<Placeholder, string>>>,
): string {
  const text = filled(template, values)
  return language === 'bo' ? mended(text) : text
}

type Value = { readonly param: Param } | Lacking

const VALUE: Readonly<Record<Placeholder, (particulars: Particulars, occasion: Occasion) => Value>> = {
  child: ({ names }) => {
    if (names.length === 0 || names.includes('')) return 'no-name'
    return { param: { list: names.map((name) => say('conversation:who.named', { name: { name } })) } }
  },
  programme: (_, { programme }) => (programme === null ? 'no-programme' : { param: nameOf(programme) }),
  sum: (_, { sum }) => (sum === null ? 'no-sum' : { param: sum }),
  window: (_, occasion) => windowValue(occasion),
  county: ({ county }) => ({ param: { county } }),
  stop: () => ({ param: say('conversation:word.stop') }),
}

function windowValue({ entries, programme, day }: Occasion): Value {
  const entered = enteredFor(entries, programme, day)
  const window = entered === null ? null : windowOn(entered, day)
  if (entered === null || window === null) return 'no-window'
  if (window.state === 'closed') return 'window-closed'
  return { param: windowText(entered.opensOn, entered.closesOn) }
}

function windowText(opensOn: Day | null, closesOn: Day | null): Text {
  if (closesOn === null) return say('broadcasts:window.from', { opens: dayText(opensOn ?? '') })
  const closes = dayText(closesOn)
  return opensOn === null
    ? say('broadcasts:window.until', { closes })
    : say('broadcasts:window.between', { opens: dayText(opensOn), closes })
}

// Whoever wrote the text could not know how a value ends: never two marks or spaces, and none before a shad but after ང.
function mended(text: string): string {
  return text
    .replace(/་{2,}/g, '་')
    .replace(/([^ང])་(?=།)/gu, '$1')
    .replace(/ +(?=[ །\n]|$)/g, '')
}
