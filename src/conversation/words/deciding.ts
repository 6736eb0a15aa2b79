import { isTextKey, type TextKey } from '../../i18n/texts.ts'
import type { Determination } from '../../policy/determine.ts'
import type { FactName } from '../../policy/facts.ts'
import { type Atom, type Condition, evaluate, type Truth } from '../../policy/logic/logic.ts'
import { PROGRAMMES } from '../../policy/programmes/index.ts'
import { listedText } from './listed-text.ts'
import type { Param } from './reply.ts'

/** A choice that failed is one reason, not several: none of its ways was open. */
export type Choice = { readonly any: readonly Condition[] }

/** A condition that settled a determination or left it open, and its sentence, whoever it is told to. */
export type Deciding = {
  readonly part: Atom | Choice
  readonly value: Truth
  readonly key: TextKey
  /** The sentence where only the county's office can say; null where there is none. */
  readonly officeKey: TextKey | null
  /** The values that it asks for, as a list; empty where one of them is met, and where it lists none. */
  readonly accepted: Param
  /** Of a choice that of its first way. */
  readonly fact: FactName | null
  readonly citation: string
}

/**
 * The conditions that settled a determination, or left it open, and no others; null where its programme is not in force.
 * Worked out once for each: a determination is frozen, and shared by all whom it fits.
 */
export function decidingOf(determination: Determination): readonly Deciding[] | null {
  const programme = PROGRAMMES.find(({ id }) => id === determination.programme)
  if (programme === undefined || determination.benefit === null) return null
  const known = KNOWN.get(determination)
  if (known !== undefined) return known
  const value = VALUES[determination.outcome]
  const truthOf = (atom: Atom) =>
    determination.reasons.find(({ condition }) => condition === atom.condition)?.value ?? null
  const found = partsOf(programme.conditions, value, truthOf).map((part) =>
    'any' in part ? ofChoice(part, value, determination) : ofAtom(part, value, determination),
  )
  KNOWN.set(determination, found)
  return found
}

/** Whether nothing but the household's standing on the register settled a determination. */
export function restsOnStandingAlone(determination: Determination): boolean {
  return decidingOf(determination)?.every(({ fact }) => fact === 'household.registered') ?? false
}

const KNOWN = new WeakMap<Determination, readonly Deciding[]>()

const VALUES = { eligible: true, ineligible: false, unknown: null } as const

function partsOf(
  condition: Condition,
  wanted: Truth,
  truthOf: (atom: Atom) => Truth,
): readonly Deciding['part'][] {
  if (evaluate(condition, truthOf) !== wanted) return []
  if ('all' in condition) return condition.all.flatMap((part) => partsOf(part, wanted, truthOf))
  if (!('any' in condition)) return [condition]
  if (wanted === false && isTextKey(choiceKey(condition))) return [condition]
  const parts = condition.any.map((part) => partsOf(part, wanted, truthOf)).filter((part) => part.length > 0)
  return wanted === true ? (parts[0] ?? []) : parts.flat()
}

function ofChoice(part: Choice, value: Truth, determination: Determination): Deciding {
  const first = firstAtom(part.any)
  return {
    part,
    value,
    key: known(choiceKey(part)),
    officeKey: null,
    accepted: '',
    fact: first?.fact ?? null,
    citation: citationOf(first, determination),
  }
}

function ofAtom(part: Atom, value: Truth, determination: Determination): Deciding {
  const { test, fact, condition } = part
  const stem = `policy:condition.${condition.startsWith('stage') ? 'stage' : condition}`
  const office = `${stem}.office`
  return {
    part,
    value,
    key: known(`${stem}.${String(value)}`),
    officeKey: value === null && 'inCategory' in test && isTextKey(office) ? office : null,
    accepted:
      value !== true && 'isOneOf' in test
        ? { list: test.isOneOf.flatMap((one) => listedText(fact, one) ?? []) }
        : '',
    fact,
    citation: citationOf(part, determination),
  }
}

function choiceKey({ any }: Choice): string {
  return `policy:any.${firstAtom(any)?.condition ?? ''}`
}

function firstAtom(conditions: readonly Condition[]): Atom | undefined {
  const [first] = conditions
  if (first === undefined) return undefined
  if ('all' in first) return firstAtom(first.all)
  return 'any' in first ? firstAtom(first.any) : first
}

// As the determination cites it: a decision laid over the plan stands there in place of the clause.
function citationOf(atom: Atom | undefined, { reasons, citations }: Determination): string {
  return reasons.find(({ condition }) => condition === atom?.condition)?.citation ?? citations[0] ?? ''
}

function known(key: string): TextKey {
  if (!isTextKey(key)) throw new Error(`no text ${key}`)
  return key
}
