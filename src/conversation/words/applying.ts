import type { Day } from '../../policy/facts.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'
import type { Localised } from '../../register/office.ts'
import { nameOf } from './benefits.ts'
import type { Entered } from '../reckoning/entered.ts'
import { type Line, say, type Text } from './reply.ts'
import { dayText } from './day-text.ts'
import { windowOn } from '../reckoning/windows.ts'

/** Programmes (none: whatever it is) with what the office entered of them. */
type Told = { readonly programme: ProgrammeId | null; readonly entered: Entered }

type Asked = { readonly today: Day; readonly office: Text }

/**
 * How to apply, most important first: when, with what papers, where, and the office's telephone. What differs between
 * programmes is told of each, what they share once; what nobody entered is named as that, and never made up.
 */
export function applyingLines(told: readonly Told[], asked: Asked): readonly Line[] {
  const shared = FIELDS.filter((field) => new Set(told.map((one) => fieldOf(one, field))).size === 1)
  const differing = FIELDS.filter((field) => !shared.includes(field))
  const [first] = told
  if (first === undefined) return []
  const missing = shared.filter((field) => textOf(first.entered, field, asked) === null)
  return [
    ...eachLines(told, differing, asked),
    ...textsOf(first.entered, shared, asked).map((text) => [text]),
    ...(missing.length === 0 ? [] : [[missingText(missing, asked)]]),
  ]
}

const FIELDS = ['window', 'papers', 'place', 'telephone'] as const
type Field = (typeof FIELDS)[number]

// Those of which the same is told are told of together.
function eachLines(told: readonly Told[], fields: readonly Field[], asked: Asked): readonly Line[] {
  if (fields.length === 0) return []
  const groups = Map.groupBy(told, (one) => JSON.stringify(fields.map((field) => fieldOf(one, field))))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const texts = textsOf(first.entered, fields, asked)
    const programmes = {
      list: group.flatMap(({ programme }) => (programme === null ? [] : [nameOf(programme)])),
    }
    return texts.length === 0 ? [] : [[say('conversation:how.of', { programmes }), ...texts]]
  })
}

function fieldOf({ entered }: Told, field: Field): string {
  return JSON.stringify(field === 'window' ? [entered.opensOn, entered.closesOn] : entered[field])
}

function textsOf(entered: Entered, fields: readonly Field[], asked: Asked): readonly Text[] {
  return fields.flatMap((field) => textOf(entered, field, asked) ?? [])
}

function textOf(entered: Entered, field: Field, asked: Asked): Text | null {
  switch (field) {
    case 'window':
      return windowText(entered, asked)
    case 'papers':
    case 'place':
      return entered[field] === null ? null : wordsText(field, entered[field])
    case 'telephone': {
      const { telephone } = entered
      return telephone === null ? null : say('conversation:how.telephone', { telephone })
    }
  }
}

// Words that no office gave in Tibetan are quoted there as what they are.
function wordsText(field: 'papers' | 'place', words: Localised): Text {
  const key = `conversation:how.${field}${words.bo === null ? '.chinese' : ''}` as const
  return say(key, { [field]: { words } })
}

function windowText(entered: Entered, { today, office }: Asked): Text | null {
  const window = windowOn(entered, today)
  switch (window?.state) {
    case undefined:
      return null
    case 'before': {
      const opening = { opens: dayText(window.opensOn), days: window.days }
      return window.closesOn === null
        ? say('conversation:how.window.before-open-ended', opening)
        : say('conversation:how.window.before', { ...opening, closes: dayText(window.closesOn) })
    }
    case 'open': {
      const closes = dayText(window.closesOn)
      return window.days === 0
        ? say('conversation:how.window.last-day', { closes })
        : say('conversation:how.window.open', { closes, days: window.days })
    }
    case 'open-ended':
      return say('conversation:how.window.open-ended')
    case 'closed':
      return say('conversation:how.window.closed', { closes: dayText(window.closesOn), office })
  }
}

function missingText(fields: readonly Field[], { office }: Asked): Text {
  const missing = { list: fields.map((field) => say(`conversation:how.missing.${field}`)) }
  return say('conversation:how.missing', { missing, office })
}
