import { countGaps, type Gaps } from '../../audiences/gaps.ts'
import { householdsOf } from '../../determinations/walk.ts'
import { dayOf } from '../../time/clock.ts'
import type { Services } from '../../services.ts'
import type { Price } from '../../settings.ts'
import type { Actor } from '../../staff/actor.ts'
import { type Area, areaCondition } from '../../staff/area.ts'
import { type Asked, questionsOf } from './questions.ts'
import { remindersCost, type RemindersCost } from './reminders-cost.ts'
import { type Sent, sentTo } from './sent.ts'
import { type Settled, settledCases } from './settled.ts'
import { type Spent, spentOn } from './spent.ts'
import { enrolledIn, type Held, heldTargets } from './targets.ts'

/** What an office sees first: of its own area, as it stands now. */
export type Figures = {
  readonly households: readonly Count[]
  readonly pupils: readonly Count[]
  readonly cases: { readonly open: number; readonly overdue: number }
  readonly settled: Settled
  readonly questions: readonly Asked[]
  readonly sent: readonly Sent[]
  /** Null for whoever may not read the ledger. */
  readonly gaps: Gaps | null
  readonly targets: readonly Held[]
  readonly reminders: RemindersCost
  readonly spent: readonly Spent[]
  /** What a segment costs; null where nobody said. */
  readonly price: Price | null
}

type Count = { readonly name: string; readonly count: number }

const STANDINGS = (
  from: string,
  within: string,
) => `select coalesce(standing, 'none') as name, count(*) as count
  from (select (select s.standing from standings s where s.household_id = h.id and s.from_day <= ?1
    order by s.from_day desc limit 1) as standing from ${from} where ${within}) group by 1 order by 2 desc`
const PUPILS = (from: string, within: string) => `select p.stage as name, count(*) as count
  from ${from} cross join persons p on p.household_id = h.id where p.stage is not null and ${within} group by 1`
const CASES = (
  within: string,
) => `select count(*) as open, coalesce(sum(k.due_on < ?1), 0) as overdue from cases k
  left join households h on h.id = k.household_id where k.state = 'open' and k.part_of is null and ${within}`

/** The figures of the actor's area. */
export async function figuresFor(
  services: Pick<Services, 'store' | 'clock' | 'ids' | 'settings'>,
  actor: Actor,
): Promise<Figures> {
  const { store } = services
  const { area } = actor
  const now = services.clock()
  const today = dayOf(now)
  // First: it brings kept outcomes up to date, which the targets read too.
  const gaps = await countGaps(services, actor, askedOf(area))
  const from = householdsOf(area)
  const homes = areaCondition(area, { county: 'h.county', township: 'h.township' }, 2)
  const pupils = areaCondition(area, { county: 'h.county', township: 'h.township' }, 1)
  const cases = areaCondition(area, { county: 'k.county', township: 'h.township' }, 2)
  const [standings, stages, [open], settled, questions, sent, enrolled, reminders, spent] = await Promise.all(
    [
      store.rows<Count>(STANDINGS(from, homes.sql), [today, ...homes.params]),
      store.rows<Count>(PUPILS(from, pupils.sql), pupils.params),
      store.rows<Figures['cases']>(CASES(cases.sql), [today, ...cases.params]),
      settledCases(store, area, now),
      questionsOf(store, area, now),
      sentTo(store, area, now),
      enrolledIn(store, area, today),
      remindersCost(store, area, now),
      spentOn(store, area, now),
    ],
  )
  return {
    households: standings,
    pupils: stages,
    cases: open ?? { open: 0, overdue: 0 },
    settled,
    questions,
    sent,
    gaps: gaps.ok ? gaps.gaps : null,
    targets: gaps.ok ? heldTargets(today, gaps.gaps, enrolled) : [],
    reminders,
    spent,
    price: services.settings.smsPrice ?? null,
  }
}

function askedOf({ code, township }: Area) {
  return { county: code, township, village: null, programme: null, year: null }
}
