import type { Day } from '../policy/facts.ts'
import { ageHolds, around, type Holding, overlap } from '../policy/holding.ts'
import { outcomesOf } from '../policy/outcomes.ts'
import type { PolicyBook } from '../policy/parameters/parameters.ts'
import { saidBy } from '../register/importing/json-rows.ts'
import { factsOf } from '../register/household.ts'
import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'
import { type Determinable, loadFacts } from './facts.ts'
import { stampOn } from './stamp.ts'

/** The day determined for, and the rules of it. */
export type By = { readonly day: Day; readonly book: PolicyBook }

const CLAIM = `insert into determined (household_id, stamp, since_day, until_day)
  select id, ?2, '', '' from households where id in (select value from json_each(?1))
  on conflict (household_id) do update set stamp = excluded.stamp`

const OUTCOMES = `${saidBy(1)} update persons set eligible = item ->> 1, unknown = item ->> 2 from said
  where persons.id = item ->> 0 and (eligible is not item ->> 1 or unknown is not item ->> 2)
    and exists (select 1 from determined where household_id = persons.household_id and stamp = ?2)`

const HOLDS = `${saidBy(1)} update determined set stamp = ?3, since_day = item ->> 1, until_day = item ->> 2 from said
  where household_id = item ->> 0 and stamp = ?2`

/**
 * Determines what these households' persons qualify for on a day, and keeps it. They are claimed before their facts are
 * read: where a fact changes meanwhile the claim is gone, and the household stays to be determined anew.
 */
export async function refresh(
  { store, ids }: Pick<Services, 'store' | 'ids'>,
  households: readonly string[],
  by: By,
): Promise<void> {
  if (households.length === 0) return
  const claim = `claim ${ids()}`
  await store.atomically([statement(CLAIM, [JSON.stringify(households), claim])])
  const facts = await loadFacts(store, households)
  const outcomes = facts.flatMap((household) =>
    household.persons.map((person) => {
      const { eligible, unknown } = outcomesOf(factsOf(household, person, by.day, by.book), by.day, by.book)
      return [person.id, eligible, unknown]
    }),
  )
  const holds = facts.map((household) => {
    const { since, until } = holdingOf(household, by)
    return [household.id, since, until]
  })
  await store.atomically([
    statement(OUTCOMES, [JSON.stringify(outcomes), claim]),
    statement(HOLDS, [JSON.stringify(holds), claim, stampOn(by.day, by.book)]),
  ])
}

/** For which days around this one nothing but the rules themselves can change what the household's persons qualify for. */
function holdingOf({ standings, persons }: Determinable, { day, book }: By): Holding {
  const standing = around(
    standings.map(({ from }) => from),
    day,
  )
  return persons.reduce((held, { birthDate }) => overlap(held, ageHolds(birthDate, day, book)), standing)
}
