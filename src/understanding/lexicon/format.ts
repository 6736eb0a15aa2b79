import type { Intent, Language, Said, Stage, Topic } from '../types.ts'

/**
 * A language's words, as data. Each file of `lexicon/<language>/` holds the key of its name.
 * Words are written as `normalise` leaves them: simplified hanzi; Tibetan syllables joined by ་ with none at the ends.
 * A hanzi word matches anywhere in the text, a Tibetan one only at whole syllables. Of overlapping words of one table the longest counts.
 */
export type Lexicon = {
  /** Whole messages (marks and fillers aside) whose meaning is certain. */
  readonly keywords: readonly Keyword[]
  /** Standard word → its dialect, slip and spelling variants, replaced before anything else is looked up. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>
  /** Classes of words, which the classifier learns from and `rules` are made of. Names are free, in kebab-case. */
  readonly concepts: Readonly<Record<string, readonly string[]>>
  readonly topics: Readonly<Record<Topic, readonly string[]>>
  readonly stages: readonly StageWords[]
  /** Tried in order; the first that holds decides the intent. Only for what is all but certain. */
  readonly rules: readonly Rule[]
  /** What a word says beyond the topic; `said` of all words found is merged. */
  readonly said: readonly SaidWords[]
  readonly answers: AnswerWords
}

type Keyword = {
  readonly intent: Intent
  readonly value?: Language
  readonly words: readonly string[]
}
type StageWords = {
  readonly stage: Stage
  readonly finalYear?: boolean
  /** Work, which may be a parent's: counts only where the words tie it to the pupil. */
  readonly weak?: boolean
  readonly words: readonly string[]
}
type SaidWords = { readonly said: Said; readonly words: readonly string[] }
/** Holds where a word of every concept in `all` is there and none of `none`. A topic's name with `topic:` before it is a concept too. */
export type Rule = {
  readonly intent: Intent
  readonly value?: Language
  readonly all: readonly string[]
  readonly none?: readonly string[]
  readonly confidence: number
}
/** Whole replies to an asked question. */
type AnswerWords = {
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly dontKnow: readonly string[]
}
