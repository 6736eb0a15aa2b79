import { mustHaveChangedOne, type Query, statement } from '../storage/store.ts'

/** Whose data is erased. `version` is the session's, as the decision to erase read it. */
export type Erased = {
  readonly contactId: string
  readonly version: number | null
  /** The address's blind index under every key at hand. */
  readonly addressIndexes: readonly string[]
  /** Open cases go on, their words kept and nobody's; else they are withdrawn and their words go too. */
  readonly keepOpenCases: boolean
  readonly at: string
}

const GOING = `select id from cases where contact_id = ?1 and (state = 'closed' or ?2 = 0)`
const WORDS = `delete from case_messages where case_id in (${GOING})`
// Whoever of the same household asked the same keeps a case of their own.
const PARTS = `update cases set part_of = null where part_of in (${GOING})`
const CASES = `update cases set contact_id = null, household_id = null, part_of = null,
    outcome = case state when 'open' then 'withdrawn' else outcome end,
    closed_by = case state when 'open' then 'family' else closed_by end,
    closed_at = coalesce(closed_at, ?3), state = 'closed'
  where contact_id = ?1 and (state = 'closed' or ?2 = 0)`
// Also what waits for a telephone without standing in its contact's name.
const OUTBOX = 'delete from outbox where address_index in (select value from json_each(?1))'
// Session, messages, links and the outbox's rows go with the contact.
const CONTACT = `delete from contacts
  where id = ?1 and exists (select 1 from sessions where contact_id = ?1 and version = ?2)`

/**
 * The writes that forget a person: all that stands here of their telephone, their messages and what they asked. The
 * office's register is not theirs to erase. Undone as a whole where the session has moved on since.
 */
export function erasureWrites({ contactId, version, addressIndexes, keepOpenCases, at }: Erased): Query[] {
  const keep = keepOpenCases ? 1 : 0
  return [
    statement(WORDS, [contactId, keep]),
    statement(PARTS, [contactId, keep]),
    statement(CASES, [contactId, keep, at]),
    statement(OUTBOX, [JSON.stringify(addressIndexes)]),
    statement(CONTACT, [contactId, version]),
    mustHaveChangedOne(),
  ]
}
