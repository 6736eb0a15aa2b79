import type { FactName } from '../../src/policy/facts.ts'
import type { Outcome as Determined } from '../../src/policy/determine.ts'
import type { ProgrammeId } from '../../src/policy/programmes/index.ts'
import type { Household } from '../../src/register/household.ts'
import type { Office } from '../../src/register/office.ts'
import type { Intent, Language, Topic } from '../../src/understanding/types.ts'
import type { HouseholdsName } from './families.ts'
import type { OfficesName } from '../conversation/offices.ts'

/** A talk that is played in both languages over both channels and must come to the same. */
export type Conversation = {
  /** A sentence about what is promised. */
  readonly title: string
  /** By name, or as it stood when the talk was recorded. */
  readonly family: HouseholdsName | readonly Household[]
  /** What the counties' offices entered of how to apply; nothing where it is left out. */
  readonly offices?: OfficesName | readonly Office[]
  readonly today?: string
  /** Who stands on the register beside the family, and whose adults' ID numbers all end alike: a telephone may prove that it is theirs. */
  readonly register?: HouseholdsName
  /** Somebody was linked of late to the family's household. */
  readonly undoable?: true
  readonly turns: readonly ConversationTurn[]
}

export type ConversationTurn = {
  /** `{reference}` stands for the last reference that was told; an empty one is not written yet. */
  readonly say: Readonly<Record<Language, string>>
  readonly media?: true
  /** On whose record the telephone stands that the chat shows to be its own with this message. */
  readonly shares?: HouseholdsName
  /** Days that passed since the message before. */
  readonly after?: number
  /** The session waiting for this message was stored by a release of another shape. */
  readonly olderRelease?: true
  readonly expect?: Expected
}

/** What must come of a turn whatever the language and the channel. What is left out is not looked at, but for `changes`. */
export type Expected = {
  readonly intent?: Intent
  readonly topic?: Topic | null
  /** By person (or `someone` for a stranger's), what was determined. */
  readonly outcomes?: Readonly<Record<string, Readonly<Partial<Record<ProgrammeId, Determined>>>>>
  /** The clauses that must be shown. */
  readonly citations?: readonly string[]
  /** What the next message is expected to answer: a fact, or another kind of question; null for nothing. */
  readonly asks?: FactName | Asks | null
  /** What is changed beside the ledger: `stop`, `open-case missing`; none where it is left out. */
  readonly changes?: readonly string[]
  /** Texts that the answer contains, by key. */
  readonly keys?: readonly string[]
  /** Texts that follow one another in the answer, by key. */
  readonly inOrder?: readonly string[]
  readonly tells?: readonly string[]
  readonly hides?: readonly string[]
  readonly silent?: true
  /** The language answered in, where it is not that of the run: `other` after a switch, `both` before any is known. */
  readonly answeredIn?: 'other' | 'both'
}

/** All that is looked at of what a talk expects: what is misspelt would pass unseen. */
export const LOOKED_AT: Readonly<Record<keyof Expected, true>> = {
  intent: true,
  topic: true,
  outcomes: true,
  citations: true,
  asks: true,
  changes: true,
  keys: true,
  inOrder: true,
  tells: true,
  hides: true,
  silent: true,
  answeredIn: true,
}

type Asks = 'menu' | 'case' | 'offer' | 'language' | 'household' | 'person' | 'erase' | 'link'

export type NamedConversation = Conversation & { readonly file: string }

const files = import.meta.glob<Conversation>('./*.json', { eager: true, import: 'default' })

/** Every conversation of this folder, by file name. */
export const CONVERSATIONS: readonly NamedConversation[] = Object.keys(files)
  .toSorted()
  .flatMap((path) => {
    const found = files[path]
    return found === undefined ? [] : [{ ...found, file: path.slice('./'.length) }]
  })

/** Whether a message has no words yet in a language; a picture or a shared telephone needs none. */
export function isUnwritten({ say, media, shares }: ConversationTurn, language: Language): boolean {
  return say[language] === '' && media !== true && shares === undefined
}
