import { countGaps, type Gaps } from '../../audiences/gaps.ts'
import { countRegister, type Named } from '../../figures/area-figures.ts'
import { keptFigures } from '../../figures/kept.ts'
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
import { type Held, heldTargets } from './targets.ts'

/** What an office sees first: of its own area, as it stands now. */
export type Figures = {
  readonly households: readonly Named[]
  readonly pupils: readonly Named[]
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
  /** When households, pupils, gaps and targets were counted, if that was not now. */
  readonly keptAt: string | null
}

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
  const kept = await keptFigures(store, area)
  const gaps = await countGaps(services, actor, askedOf(area), kept)
  const { standings, pupils, enrolled } = kept?.register ?? (await countRegister(store, area, today))
  const cases = areaCondition(area, { county: 'k.county', township: 'h.township' }, 2)
  const [[open], settled, questions, sent, reminders, spent] = await Promise.all([
    store.rows<Figures['cases']>(CASES(cases.sql), [today, ...cases.params]),
    settledCases(store, area, now),
    questionsOf(store, area, now),
    sentTo(store, area, now),
    remindersCost(store, area, now),
    spentOn(store, area, now),
  ])
  return {
    households: standings,
    pupils,
    cases: open ?? { open: 0, overdue: 0 },
    settled,
    questions,
    sent,
    gaps: gaps.ok ? gaps.gaps : null,
    targets: gaps.ok ? heldTargets(today, gaps.gaps, enrolled) : [],
    reminders,
    spent,
    price: services.settings.smsPrice ?? null,
    keptAt: kept?.at ?? null,
  }
}

function askedOf({ code, township }: Area) {
  return { county: code, township, village: null, programme: null, year: null }
}
