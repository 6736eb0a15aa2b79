import { placeOfBody } from '../broadcasts/broadcast.ts'
import { placeOfCaseMessage } from '../cases/messages.ts'
import { placeOfExchange } from '../inbox/exchange.ts'
import { placeOfSentence } from '../labelling/keep.ts'
import { placeOfOutgoing } from '../outbox/outgoing.ts'
import { placeOfContact, placeOfSession } from '../privacy/places.ts'
import type { Vault } from '../privacy/vault.ts'
import { placeOfWhy } from '../register/corrections/correct-person.ts'
import { placeOfStandingWhy } from '../register/corrections/correct-standing.ts'
import { placeOfName } from '../register/importing/corrected-name.ts'
import { placeOfReason } from '../register/ledger-rows.ts'
import { placeOfHousehold } from '../register/sealed.ts'
import { placeOfFindings } from '../uploads/findings.ts'
import { placeOfMark } from '../uploads/mark.ts'
import { placeOfPiece } from '../uploads/pieces.ts'
import { placeOfFound } from '../uploads/upload.ts'
import { movesOfHouseholds } from './household-moves.ts'
import { movesOfContacts, movesOfOutbox, movesOfSentences } from './index-moves.ts'
import type { MovesOf, Opened } from './moves.ts'
import { bySignIn, type Sealing } from './sealing.ts'

/** A column of sealed values: what each is bound to, and the blind indexes of what stands in it. */
export type SealedColumn = {
  readonly table: string
  readonly column: string
  /** The columns that its place is made of. */
  readonly key: readonly string[]
  readonly place: (key: Opened['key']) => string
  /** Which of its rows hold sealed values; all of them where absent. */
  readonly when?: string
  readonly moves?: MovesOf
  /** Indexes may stand under the previous key beside a value under the current one: each row is opened. */
  readonly isEachOpened?: boolean
  /** Rows taken at once, where they are large. */
  readonly atOnce?: number
  /** Sealed otherwise than by the vault. */
  readonly sealing?: (vault: Vault) => Sealing
}

const byId = { key: ['id'] } as const

/** Every column of sealed values that there is; a household's stand first, for they are what families are found by. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    ...byId,
    table: 'households',
    column: 'sealed',
    place: of(placeOfHousehold),
    moves: movesOfHouseholds,
    isEachOpened: true,
  },
  {
    ...byId,
    table: 'contacts',
    column: 'sealed_address',
    place: of(placeOfContact),
    moves: movesOfContacts,
    isEachOpened: true,
  },
  { table: 'sessions', column: 'sealed', key: ['contact_id'], place: of(placeOfSession) },
  { ...byId, table: 'messages', column: 'sealed', place: of(placeOfExchange) },
  { ...byId, table: 'case_messages', column: 'sealed', place: of(placeOfCaseMessage) },
  { ...byId, table: 'outbox', column: 'sealed', place: of(placeOfOutgoing), moves: movesOfOutbox },
  {
    table: 'corrections',
    column: 'sealed_why',
    key: ['person_id', 'field'],
    place: ([person = '', field = '']) => placeOfWhy(String(person), String(field)),
  },
  {
    table: 'corrections',
    column: 'value',
    key: ['person_id'],
    place: of(placeOfName),
    when: "field = 'name'",
  },
  {
    table: 'standing_corrections',
    column: 'sealed_why',
    key: ['household_id'],
    place: of(placeOfStandingWhy),
  },
  {
    table: 'ledger',
    column: 'sealed_reason',
    key: ['person_id', 'programme', 'school_year'],
    place: ([person = '', programme = '', year]) =>
      placeOfReason(String(person), String(programme), Number(year)),
  },
  {
    ...byId,
    table: 'misunderstandings',
    column: 'sealed',
    place: of(placeOfSentence),
    moves: movesOfSentences,
  },
  { ...byId, table: 'broadcasts', column: 'sealed', place: of(placeOfBody), atOnce: 50 },
  { ...byId, table: 'uploads', column: 'sealed', place: of(placeOfFound), atOnce: 1 },
  { ...byId, table: 'uploads', column: 'sealed_mark', place: of(placeOfMark), atOnce: 1 },
  {
    table: 'upload_pieces',
    column: 'sealed',
    key: ['upload_id', 'at'],
    place: ([upload = '', at]) => placeOfPiece(String(upload), Number(at)),
    atOnce: 1,
  },
  {
    table: 'upload_findings',
    column: 'sealed',
    key: ['upload_id', 'kind', 'at'],
    place: ([upload = '', kind = '', at]) => placeOfFindings(String(upload), String(kind), Number(at)),
    atOnce: 4,
  },
  ...['secret', 'backup_codes'].map((column) => ({
    ...byId,
    table: 'staff_two_factors',
    column,
    place: () => '',
    sealing: bySignIn,
  })),
]

function of(place: (id: string) => string): SealedColumn['place'] {
  return ([id = '']) => place(String(id))
}
