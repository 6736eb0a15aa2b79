import type { Intent, Language, Said, Stage } from '../types.ts'
import type { Lexicon, Rule } from './format.ts'
import { type Phrases, phrases } from './phrases.ts'

export type KeywordMeaning = { readonly intent: Intent; readonly value?: Language }
export type StageMeaning = { readonly stage: Stage; readonly finalYear?: boolean; readonly weak?: boolean }

/** A lexicon ready for looking up: words as units, filed in tries. */
export type Compiled = {
  /** Cuts text into units: hanzi by character, Tibetan by syllable. */
  readonly units: (text: string) => string[]
  /** The units with every synonym replaced by its standard word. */
  readonly canonical: (units: readonly string[]) => string[]
  readonly keyword: (units: readonly string[]) => KeywordMeaning | undefined
  readonly concepts: Phrases<string>
  readonly topics: Phrases<string>
  readonly stages: Phrases<StageMeaning>
  readonly said: Phrases<Said>
  readonly rules: readonly Rule[]
  readonly answer: (units: readonly string[]) => 'yes' | 'no' | 'dont-know' | undefined
}

type Cut = (text: string) => string[]

/** Files a lexicon's words; all but keywords and answers are looked for in the canonical text. */
export function compile(lexicon: Lexicon, units: Cut): Compiled {
  const synonyms = table(
    units,
    Object.entries(lexicon.synonyms).map(
      // A standard word stands for itself, so that none of its variants is found within it: 办 in 办理.
      ([word, variants]) => [[word, ...variants], units(word) as readonly string[]] as const,
    ),
  )
  const canonical = (text: readonly string[]) => undouble(replace(text, synonyms))
  const cut = (text: string) => canonical(units(text))
  const keywords = wholes(
    units,
    cut,
    lexicon.keywords.map(({ words, ...meaning }) => [words, meaning] as const),
  )
  const { yes, no, dontKnow } = lexicon.answers
  const answers = wholes(units, cut, [
    [yes, 'yes'],
    [no, 'no'],
    [dontKnow, 'dont-know'],
  ] as const)
  return {
    units,
    canonical,
    keyword: (text) => keywords(text, canonical(text)),
    concepts: table(
      cut,
      Object.entries(lexicon.concepts).map(([name, words]) => [words, name] as const),
    ),
    topics: table(
      cut,
      Object.entries(lexicon.topics).map(([name, words]) => [words, name] as const),
    ),
    stages: table(
      cut,
      lexicon.stages.map(({ words, ...meaning }) => [words, meaning] as const),
    ),
    said: table(
      cut,
      lexicon.said.map(({ words, said }) => [words, said] as const),
    ),
    rules: lexicon.rules,
    answer: (text) => answers(text, canonical(text)),
  }
}

function table<T>(cut: Cut, entries: readonly (readonly [readonly string[], T])[]): Phrases<T> {
  const filed = phrases<T>()
  for (const [words, value] of entries) {
    for (const word of words) {
      const units = cut(word)
      if (units.length > 0) filed.add(units, value)
    }
  }
  return filed
}

/** Whole messages, as written or, failing that, with synonyms and fillers set aside. */
function wholes<T>(units: Cut, cut: Cut, entries: readonly (readonly [readonly string[], T])[]) {
  const written = new Map<string, T>()
  const standard = new Map<string, T>()
  for (const [words, value] of entries) {
    for (const word of words) {
      written.set(units(word).join(' '), value)
      const key = cut(word).join(' ')
      if (key !== '' && !standard.has(key)) standard.set(key, value)
    }
  }
  return (text: readonly string[], canonical: readonly string[]): T | undefined =>
    written.get(text.join(' ')) ?? standard.get(canonical.join(' '))
}

function replace(units: readonly string[], synonyms: Phrases<readonly string[]>): string[] {
  const replaced: string[] = []
  let from = 0
  for (const found of synonyms.find(units)) {
    replaced.push(...units.slice(from, found.from), ...(found.values[0] ?? []))
    from = found.from + found.length
  }
  return [...replaced, ...units.slice(from)]
}

/** 幼儿园幼儿园 → 幼儿园: voice keyboards write what was said twice. */
function undouble(units: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < units.length; ) {
    const length = [6, 5, 4, 3, 2].find((size) => repeats(units, at, size)) ?? 0
    if (length === 0) kept.push(units[at] ?? '')
    at += length === 0 ? 1 : length
  }
  return kept
}

function repeats(units: readonly string[], at: number, size: number): boolean {
  for (let offset = 0; offset < size; offset++) {
    if (units[at + offset] === undefined || units[at + offset] !== units[at + size + offset]) return false
  }
  return true
}
