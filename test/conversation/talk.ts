import { decide } from '../../src/conversation/decide.ts'
import { asksToUndo } from '../../src/conversation/hearing/link-words.ts'
import { proofOffered } from '../../src/conversation/hearing/proof-offered.ts'
import { emptySession, readSession } from '../../src/conversation/session/session.ts'
import type { OwnCase } from '../../src/conversation/case.ts'
import { referenceIn } from '../../src/conversation/hearing/references.ts'
import type { Change, Channel, Message, Outcome, Turn } from '../../src/conversation/turn.ts'
import { PLAN } from '../../src/policy/parameters/parameters.ts'
import type { Language } from '../../src/understanding/types.ts'
import type { Household } from '../../src/register/household.ts'
import type { Office } from '../../src/register/office.ts'
import type { LedgerEntry } from '../../src/register/ledger-entry.ts'
import { FAMILIES, type FamilyName, TODAY } from './households.ts'
import { householdProven } from './links.ts'
import { type OfficesName, officesOf } from './offices.ts'

type Talk = {
  readonly channel?: Channel
  readonly offices?: OfficesName | readonly Office[]
  readonly today?: string
  /** The households on the register that the telephone may prove to be its own. */
  readonly register?: readonly Household[]
  /** Somebody was linked of late to the telephone's household. */
  readonly undoable?: boolean
}

/**
 * What comes between two messages: days that pass, and a release whose sessions were of another shape; and with the
 * message: the households on which a telephone stands that was shown to be the chat's own.
 */
export type Meanwhile = {
  readonly days?: number
  readonly olderRelease?: boolean
  /** How else than by words it was said. */
  readonly by?: Pick<Message, 'question' | 'beside'>
  readonly shares?: readonly Household[]
}

/** A telephone as the inbox would serve it: session saved and re-read as JSON, changes carried out. */
export function talkAs(family: FamilyName, talk: Talk = {}) {
  return talkOf(FAMILIES[family], talk)
}

/** The same for a telephone on which these households stand. */
export function talkOf(recorded: readonly Household[], talk: Talk = {}) {
  const { channel = 'sms', offices = 'none', register = [], undoable = false } = talk
  let today = talk.today ?? TODAY
  let stored = JSON.stringify(emptySession())
  let contact: Turn['contact'] = { language: null as Language | null, stopped: false }
  let cases: readonly OwnCase[] = []
  let reports: readonly string[] = []
  let households: readonly Household[] = recorded
  let linked: readonly string[] = []
  let misnamed = 0
  return (
    said: string,
    media = false,
    { days = 0, olderRelease = false, by = {}, shares }: Meanwhile = {},
  ): Outcome => {
    today = daysAfter(today, days)
    if (olderRelease) stored = ofOlderRelease(stored)
    const session = readSession(ofAnotherRelease(stored))
    const { stopped } = contact
    const { text, proof } = proofOffered(said, { session, today, stopped, isKnown: households.length > 0 })
    const outcome = decide({
      session,
      message: { text, media, channel, ...by },
      contact,
      households,
      today,
      book: PLAN,
      offices: officesOf(offices),
      reference: `7KQ4M${cases.length + reports.length + 2}9XR3`,
      cases,
      namedReport: reports.includes(referenceIn(text)?.reference ?? '') ? 'open' : null,
      links: {
        linked,
        undoable: undoable && asksToUndo(text),
        misnamed,
        proven:
          shares !== undefined
            ? { how: 'shared-contact', households: shares }
            : proof && { how: 'id-number', households: householdProven(register, proof) },
      },
    })
    stored = JSON.stringify(outcome.session)
    for (const change of outcome.changes) {
      if (change.kind === 'stop' || change.kind === 'start')
        contact = { ...contact, stopped: change.kind === 'stop' }
      if (change.kind === 'set-language') contact = { ...contact, language: change.language }
      if (change.kind === 'erase-contact') contact = { language: null, stopped: false }
      if (change.kind === 'open-case' && !change.keepContact) reports = [change.reference, ...reports]
      if (change.kind === 'open-case' && change.keepContact)
        cases = [opened(change.reference, change.caseKind), ...cases]
      if (change.kind === 'follow-case') {
        reports = reports.filter((reference) => reference !== change.reference)
        cases = [opened(change.reference, 'misuse'), ...cases]
      }
      if (change.kind === 'link') {
        const known = [...register, ...(shares ?? [])]
        households = [...households, ...known.filter(({ id }) => change.households.includes(id))]
        linked = [...linked, ...change.households]
      }
      if (change.kind === 'unlink' || change.kind === 'erase-contact') {
        households = households.filter(({ id }) => !linked.includes(id))
        linked = []
      }
      if (change.kind === 'misname') misnamed += 1
      if (change.kind === 'erase-contact') cases = []
      if (change.kind === 'told') households = households.map((one) => toldTo(one, change, today))
    }
    return outcome
  }
}

// A stored session as it stands when the next release, of another form, reads and checks it.
function ofAnotherRelease(stored: string): unknown {
  return { ...(JSON.parse(stored) as object), form: 'another' }
}

/** A stored session as a release of before wrote it: of a shape that this one no longer reads. */
export function ofOlderRelease(stored: string): string {
  return JSON.stringify({ ...(JSON.parse(stored) as object), shape: 0, mood: 'calm' })
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function opened(reference: string, kind: OwnCase['kind']): OwnCase {
  return { reference, kind, state: 'open', openedOn: TODAY, outcome: null }
}

function toldTo(
  household: Household,
  { told, schoolYear }: Extract<Change, { kind: 'told' }>,
  today: string,
): Household {
  const isOf = (person: string) => household.persons.some(({ id }) => id === person)
  // As the store has it: one entry a person, programme and year, told of once.
  const entryOf = ({ person, programme }: { readonly person: string; readonly programme: string }) =>
    household.ledger.find(
      (one) => one.person === person && one.programme === programme && one.schoolYear === schoolYear,
    )
  const entries = told
    .filter((one) => isOf(one.person) && entryOf(one) === undefined)
    .map((one): LedgerEntry => ({ ...NOTHING, ...one, schoolYear, state: 'told', toldOn: today }))
  const toldNow = new Set(told.map(entryOf))
  const ledger = household.ledger.map((one) =>
    toldNow.has(one) ? { ...one, toldOn: one.toldOn ?? today } : one,
  )
  return { ...household, ledger: [...ledger, ...entries] }
}

const NOTHING = {
  appliedOn: null,
  grantedOn: null,
  paidOn: null,
  refusedOn: null,
  grantedAmount: null,
  paidAmount: null,
  reason: null,
} as const
