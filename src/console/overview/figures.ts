import { dayOf } from '../../runtime/clock.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { areaCondition, contains, PROVINCE } from '../../staff/area.ts'

/** What an office sees first: of its own area, as it stands now. */
export type Figures = {
  readonly households: readonly Count[]
  readonly pupils: readonly Count[]
  readonly cases: { readonly open: number; readonly overdue: number }
  /** Questions of the last thirty days, by topic and language, from telephones of the area's households. */
  readonly questions: readonly Asked[]
}

type Count = { readonly name: string; readonly count: number }
type Asked = { readonly topic: string; readonly language: string; readonly count: number }

const THIRTY_DAYS_MS = 30 * 24 * 3600 * 1000

const STANDINGS = (within: string) => `select coalesce(standing, 'none') as name, count(*) as count
  from (select (select s.standing from standings s where s.household_id = h.id and s.from_day <= ?1
    order by s.from_day desc limit 1) as standing from households h where ${within}) group by 1 order by 2 desc`
const PUPILS = (within: string) => `select p.stage as name, count(*) as count
  from households h join persons p on p.household_id = h.id where p.stage is not null and ${within} group by 1`
const CASES = (
  within: string,
) => `select count(*) as open, coalesce(sum(k.due_on < ?1), 0) as overdue from cases k
  left join households h on h.id = k.household_id where k.state = 'open' and k.part_of is null and ${within}`
// Who stands on no record is nobody's but the province's.
const QUESTIONS = (within: string) => `select m.topic, m.language, count(*) as count from messages m
  where m.received_at >= ?1 and m.topic is not null and m.language is not null and ${within}
  group by 1, 2 order by 3 desc`
const FROM_HOMES = (within: string) => `m.contact_id in (select c.id from households h
    join household_telephones t on t.household_id = h.id join contacts c on c.address_index = t.address_index where ${within}
  union select l.contact_id from households h join contact_households l on l.household_id = h.id where ${within})`

/** The figures of the actor's area. */
export async function figuresFor(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { area }: Pick<Actor, 'area'>,
): Promise<Figures> {
  const now = clock()
  const today = dayOf(now)
  const since = new Date(now.getTime() - THIRTY_DAYS_MS).toISOString()
  const homes = areaCondition(area, { county: 'h.county', township: 'h.township' }, 2)
  const pupils = areaCondition(area, { county: 'h.county', township: 'h.township' }, 1)
  const cases = areaCondition(area, { county: 'k.county', township: 'h.township' }, 2)
  const [standings, stages, [open], questions] = await Promise.all([
    store.rows<Count>(STANDINGS(homes.sql), [today, ...homes.params]),
    store.rows<Count>(PUPILS(pupils.sql), pupils.params),
    store.rows<Figures['cases']>(CASES(cases.sql), [today, ...cases.params]),
    contains(area, PROVINCE)
      ? store.rows<Asked>(QUESTIONS('true'), [since])
      : store.rows<Asked>(QUESTIONS(FROM_HOMES(homes.sql)), [since, ...homes.params]),
  ])
  return { households: standings, pupils: stages, cases: open ?? { open: 0, overdue: 0 }, questions }
}
