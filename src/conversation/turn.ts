import type { Day } from '../policy/facts.ts'
import type { Outcome as Determined } from '../policy/determination.ts'
import type { ConditionId, Truth } from '../policy/logic/logic.ts'
import type { PolicyBook } from '../policy/parameters/parameters.ts'
import type { ProgrammeId } from '../policy/programmes/index.ts'
import type { Household } from '../register/household.ts'
import type { Offices } from '../register/office.ts'
import type { Intent, Language, Topic } from '../understanding/types.ts'
import type { CaseKind, CaseState, OwnCase } from './case.ts'
import type { RoutePicture } from './routes/picture.ts'
import type { Session } from './session/session.ts'

export const CHANNELS = ['sms', 'telegram'] as const
export type Channel = (typeof CHANNELS)[number]

/** One message as it is understood. */
export type Message = {
  readonly text: string
  readonly media: boolean
  readonly channel: Channel
  /** The question that a tapped answer belongs to (`taps.ts`): it answers no other. */
  readonly question?: string
  readonly beside?: Beside
}

/** What is done in a chat without saying anything: a sent message changed, somebody else's contact shared. */
type Beside = 'edited' | 'others-contact'

/** How a contact comes to be linked to a household: by the end of an adult's ID number, or by a recorded telephone shown to be its own. */
export type LinkWay = 'id-number' | 'shared-contact'

/** What links a contact has, and what of them this message is about. */
export type Links = {
  /** Of the households, those it is linked to: on the others its own telephone stands. */
  readonly linked: readonly string[]
  /**
   * What came of the proof that this message gives; null where it gives none. No households: nothing is linked by it, and
   * whether it was wrong, unknown, spent or refused is not told here, so that no answer can tell it.
   */
  readonly proven: { readonly how: LinkWay; readonly households: readonly Household[] } | null
  /** The message asks for links to be taken back, and there are some that its telephone may take back. */
  readonly undoable: boolean
  /** How often today a telephone of several households named none of their heads when asked: it is no more told apart by a name then. */
  readonly misnamed: number
}

/** All that one turn may know. Nothing else reaches a decision: no clock, no database. */
export type Turn = {
  readonly session: Session
  readonly message: Message
  readonly contact: { readonly language: Language | null; readonly stopped: boolean }
  /** The households this contact stands on or is linked to: none for a stranger, several for a shared telephone. */
  readonly households: readonly Household[]
  readonly today: Day
  readonly book: PolicyBook
  /** What counties' offices entered of how to apply. */
  readonly offices: Offices
  /** A fresh short reference number, used if this turn opens a case. */
  readonly reference: string
  /** This contact's cases, open ones first, then the latest: a second request of a kind joins the open one. */
  readonly cases: readonly OwnCase[]
  /** How the report stands that belongs to nobody and whose reference this message names; null for none. */
  readonly namedReport: CaseState | null
  readonly links: Links
}

/** What a turn wants changed beyond its own session; the inbox commits it together with the replies. */
export type Change =
  | { readonly kind: 'set-language'; readonly language: Language }
  | { readonly kind: 'stop' }
  | { readonly kind: 'start' }
  | {
      readonly kind: 'open-case'
      readonly caseKind: CaseKind
      readonly reference: string
      /** The person's own words, as kept for staff. */
      readonly text: string
      /** False for a report that belongs to nobody. */
      readonly keepContact: boolean
      readonly householdId: string | null
      readonly county: string | null
    }
  /** Joins a case; a settled one is open again. */
  | {
      readonly kind: 'add-to-case'
      readonly caseKind: CaseKind
      readonly reference: string
      readonly text: string
    }
  /** Who made a report wants to be told what came of it: from now on it is tied to them. */
  | { readonly kind: 'follow-case'; readonly reference: string }
  /** `keepOpenCases`: the office goes on with what is open, its words kept and nobody's; else it is withdrawn. */
  | { readonly kind: 'erase-contact'; readonly keepOpenCases: boolean }
  /** The contact has shown that it belongs to these households. */
  | { readonly kind: 'link'; readonly how: LinkWay; readonly households: readonly string[] }
  /** The contact gives up its links. */
  | { readonly kind: 'unlink' }
  /** The record's own telephone takes back what was linked to its household of late. */
  | { readonly kind: 'undo-links' }
  /** Asked which of several households is meant, no head of any was named. */
  | { readonly kind: 'misname' }
  /** Persons were told that they qualify: the first step of the ledger. */
  | { readonly kind: 'told'; readonly schoolYear: number; readonly told: readonly ToldOf[] }
  /** The person said that this was not what they meant; the text is anonymous. */
  | { readonly kind: 'keep-misunderstanding'; readonly text: string; readonly heard: Misheard }

export type ToldOf = { readonly person: string; readonly programme: ProgrammeId }

type Misheard = {
  readonly language: Language | null
  readonly intent: Intent
  readonly topic: Topic | null
  readonly confidence: number
}

/** One message as it is to leave, already fitted to its channel. What is optional, only some channels show. */
export type Spoken = {
  readonly text: string
  /** What may be tapped instead of typed. */
  readonly taps?: readonly Tap[]
  /** The label of a button that shares one's own telephone. */
  readonly contactButton?: string
  /** A picture, of which the text is the caption. */
  readonly picture?: RoutePicture
  /** Tells what became of a tap: shown beside the chat, no message of its own. */
  readonly beside?: true
}

/** A button: its label, and what comes back when it is tapped, at most 64 bytes of ASCII. */
export type Tap = { readonly label: string; readonly data: string }

/** A programme as it was determined of a person of the record; `person` is empty for whom a stranger told of. */
export type Settled = {
  readonly person: string
  readonly programme: ProgrammeId
  readonly outcome: Determined
  readonly reasons: readonly { readonly condition: ConditionId; readonly value: Truth }[]
  readonly citations: readonly string[]
}

export type Outcome = {
  readonly session: Session
  /** What to send, in order, already fitted to the channel; empty where silence is right (a stopped contact). */
  readonly replies: readonly Spoken[]
  readonly changes: readonly Change[]
  /** What the answer rests on, so that answers in either language can be compared by what they decide. */
  readonly determinations: readonly Settled[]
  readonly heard: { readonly intent: Intent; readonly topic: Topic | null; readonly language: Language }
  /** Message and replies are stored as nobody's: they tell of a report that no telephone is to stand beside. */
  readonly anonymous?: true
}
