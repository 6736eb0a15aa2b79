import type { ProgrammeId } from '../../../src/policy/programme.ts'
import type { Services } from '../../../src/services.ts'
import { type Query, statement } from '../../../src/storage/store.ts'
import { fc } from '../../property.ts'
import type { Made } from './random-register.ts'

const language = fc.option(fc.constantFrom('zh-CN' as const, 'bo' as const), { freq: 2 })

/** Whoever has written: by a telephone or a chat, with what they chose, what they last wrote in, and whose they showed to be. */
const aContact = fc.record({
  channel: fc.constantFrom('sms' as const, 'telegram' as const),
  number: fc.integer({ min: 1, max: 12 }),
  chosen: language,
  wrote: fc.array(language, { maxLength: 3, size: 'max' }),
  stopped: fc.nat(2).map((number) => number === 0),
  links: fc.uniqueArray(fc.record({ household: fc.nat(11), on: fc.integer({ min: 10, max: 30 }) }), {
    maxLength: 2,
    selector: ({ household }) => household,
  }),
})
export type MadeContact = typeof aContact extends fc.Arbitrary<infer T> ? T : never

export const addressOf = ({ channel, number }: Pick<MadeContact, 'channel' | 'number'>) =>
  channel === 'sms' ? `+86129000000${String(number).padStart(2, '0')}` : String(7_000_000 + number)

export const contacts = fc.uniqueArray(aContact, { maxLength: 12, size: 'max', selector: addressOf })

/** What came of a programme for whom. */
export const anEntry = (programme: fc.Arbitrary<ProgrammeId>) =>
  fc.record({
    household: fc.nat(11),
    person: fc.nat(2),
    programme,
    schoolYear: fc.constantFrom(2025, 2026, 2026, 2026),
    state: fc.constantFrom('told', 'applied', 'granted', 'paid', 'refused'),
    paidOn: fc.option(fc.constant('2026-10-01')),
  })
export type MadeEntry = ReturnType<typeof anEntry> extends fc.Arbitrary<infer T> ? T : never

/** The writes for contacts, their messages and links; `ids` give them in this order. */
export async function contactWrites(
  { vault, ids }: Pick<Services, 'vault' | 'ids'>,
  households: readonly Made[],
  made: readonly MadeContact[],
) {
  const known = made.map((contact) => ({ ...contact, id: ids() }))
  const writes = await Promise.all(
    known.map(async (contact): Promise<Query[]> => {
      const { id, channel, chosen, stopped, wrote, links } = contact
      const address = addressOf(contact)
      const sealed = await vault.seal(address, `contacts/${id}`)
      return [
        statement(
          `insert into contacts (id, channel, address_index, sealed_address, language, stopped, created_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, '2026-10-01')`,
          [id, channel, vault.index('address', address), sealed, chosen, Number(stopped)],
        ),
        ...wrote.map((language, at) =>
          statement(
            `insert into messages (id, contact_id, channel, provider_id, received_at, state, sealed, language)
              values (?1, ?2, 'sms', ?1, '2026-10-01', 'answered', '', ?3)`,
            [`${id}-${at}`, id, language],
          ),
        ),
        ...links.flatMap(({ household, on }) => {
          const one = households[household]
          return one === undefined
            ? []
            : [
                statement(
                  `insert into contact_households (contact_id, household_id, how, linked_at) values (?1, ?2, 'id-number', ?3)`,
                  [id, one.id, `2026-10-${on}`],
                ),
              ]
        }),
      ]
    }),
  )
  return { known, writes: writes.flat() }
}

/** The writes for entries of those persons that there are. */
export function entryWrites(households: readonly Made[], entries: readonly MadeEntry[]): readonly Query[] {
  return entries.flatMap(({ household, person, programme, schoolYear, state, paidOn }) => {
    const one = households[household]?.persons[person]
    if (one === undefined) return []
    return [
      statement(
        `insert into ledger (person_id, programme, school_year, state, paid_on) values (?1, ?2, ?3, ?4, ?5)`,
        [
          one.id,
          programme,
          schoolYear,
          state,
          state === 'paid' ? '2026-10-02' : state === 'refused' ? paidOn : null,
        ],
      ),
    ]
  })
}
