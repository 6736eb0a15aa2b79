import type { Intent, Language, Said, Stage } from '../types.ts'
import type { Lexicon, Rule } from './format.ts'
import { type Phrases, phrases } from './phrases.ts'
import { type Tables, tables } from './tables.ts'

export type KeywordMeaning = { readonly intent: Intent; readonly value?: Language }
export type StageMeaning = { readonly stage: Stage; readonly finalYear?: boolean; readonly weak?: boolean }

/** A lexicon ready for looking up: words as units, filed in tries. */
export type Compiled = {
  /** Cuts text into units: hanzi by character, Tibetan by syllable. */
  readonly units: Cut
  /** The units with every synonym replaced by its standard word. */
  readonly canonical: (units: readonly string[]) => readonly string[]
  readonly keyword: Whole<KeywordMeaning>
  /** Looked for in the canonical text. */
  readonly words: Tables<Words>
  readonly rules: readonly Rule[]
  readonly answer: Whole<'yes' | 'no' | 'dont-know'>
}

/** What words tell, by the table they stand in. */
type Words = {
  readonly concepts: string
  readonly topics: string
  readonly stages: StageMeaning
  readonly said: Said
}

/** What a whole text is, by its units and its canonical ones. */
type Whole<T> = (units: readonly string[], canonical: readonly string[]) => T | undefined

type Cut = (text: string) => readonly string[]

/** Files a lexicon's words; all but keywords and answers are looked for in the canonical text. */
export function compile(lexicon: Lexicon, units: Cut): Compiled {
  const synonyms = phrases<readonly string[]>()
  for (const [word, variants] of Object.entries(lexicon.synonyms)) {
    // A standard word stands for itself, so that none of its variants is found within it: 办 in 办理.
    for (const one of cutAll([word, ...variants], units)) synonyms.add(one, units(word))
  }
  const canonical = (text: readonly string[]) => undouble(replace(text, synonyms))
  const cut = (text: string) => canonical(units(text))
  const { yes, no, dontKnow } = lexicon.answers
  return {
    units,
    canonical,
    keyword: wholes(
      units,
      cut,
      lexicon.keywords.map(({ words, ...meaning }) => [words, meaning] as const),
    ),
    words: wordsOf(lexicon, cut),
    rules: lexicon.rules,
    answer: wholes(units, cut, [
      [yes, 'yes'],
      [no, 'no'],
      [dontKnow, 'dont-know'],
    ] as const),
  }
}

function wordsOf({ concepts, topics, stages, said }: Lexicon, cut: Cut): Tables<Words> {
  const filed = tables<Words>(() => ({ concepts: [], topics: [], stages: [], said: [] }))
  const add = <Name extends keyof Words>(table: Name, words: readonly string[], value: Words[Name]) => {
    for (const word of cutAll(words, cut)) filed.add(table, word, value)
  }
  for (const [name, words] of Object.entries(concepts)) add('concepts', words, name)
  for (const [name, words] of Object.entries(topics)) add('topics', words, name)
  for (const { words, ...meaning } of stages) add('stages', words, meaning)
  for (const one of said) add('said', one.words, one.said)
  return filed
}

// A word of fillers alone is none.
function cutAll(words: readonly string[], cut: Cut): readonly (readonly string[])[] {
  return words.map(cut).filter((units) => units.length > 0)
}

/** Whole messages, as written or, failing that, with synonyms and fillers set aside. */
function wholes<T>(units: Cut, cut: Cut, entries: readonly (readonly [readonly string[], T])[]): Whole<T> {
  const written = new Map<string, T>()
  const standard = new Map<string, T>()
  let longest = 0
  for (const [words, value] of entries) {
    for (const word of words) {
      const whole = units(word)
      const rest = cut(word)
      longest = Math.max(longest, whole.length, rest.length)
      written.set(whole.join(' '), value)
      if (rest.length > 0 && !standard.has(rest.join(' '))) standard.set(rest.join(' '), value)
    }
  }
  const of = (known: ReadonlyMap<string, T>, text: readonly string[]) =>
    text.length > longest ? undefined : known.get(text.join(' '))
  return (text, canonical) => of(written, text) ?? of(standard, canonical)
}

function replace(units: readonly string[], synonyms: Phrases<readonly string[]>): readonly string[] {
  const found = synonyms.find(units)
  if (found.length === 0) return units
  const replaced: string[] = []
  let from = 0
  for (const { from: begin, length, values } of found) {
    for (; from < begin; from++) replaced.push(units[from] ?? '')
    for (const unit of values[0] ?? []) replaced.push(unit)
    from += length
  }
  for (; from < units.length; from++) replaced.push(units[from] ?? '')
  return replaced
}

/** 幼儿园幼儿园 → 幼儿园: voice keyboards write what was said twice. */
function undouble(units: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (let at = 0; at < units.length; ) {
    const length = doubledAt(units, at)
    if (length === 0) kept.push(units[at] ?? '')
    at += length === 0 ? 1 : length
  }
  return kept
}

/** How many units, two to six and as many as can be, are followed by the same ones. */
function doubledAt(units: readonly string[], at: number): number {
  for (let size = 6; size > 1; size--) if (repeats(units, at, size)) return size
  return 0
}

function repeats(units: readonly string[], at: number, size: number): boolean {
  for (let offset = 0; offset < size; offset++) {
    if (units[at + offset] === undefined || units[at + offset] !== units[at + size + offset]) return false
  }
  return true
}
