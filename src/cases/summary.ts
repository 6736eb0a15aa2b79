import type { CaseKind, CaseOutcome, CaseState } from '../conversation/case.ts'
import type { Day } from '../policy/facts.ts'
import { type Area, areaCondition } from '../staff/area.ts'

/** Whether the family of a case hears of it: `stopped` wants no messages, `nobody` left no telephone. */
type Reach = 'reachable' | 'stopped' | 'nobody'

/** A case as staff see it in a list: nothing of it names a person. */
export type CaseSummary = {
  readonly id: string
  readonly reference: string
  readonly kind: CaseKind
  readonly state: CaseState
  /** GB/T 2260 code; null where no county is known. */
  readonly county: string | null
  /** The register's household, by its identifier here; null for a stranger's and for every report. */
  readonly household: string | null
  readonly openedAt: string
  readonly dueOn: Day | null
  readonly isOverdue: boolean
  readonly closedAt: string | null
  /** The staff member or token that settled it, or `family`. */
  readonly closedBy: string | null
  readonly outcome: CaseOutcome | null
  readonly reach: Reach
  /** References of the same household's other telephones that asked the same. */
  readonly joined: readonly string[]
}

export type CaseRow = Omit<CaseSummary, 'isOverdue' | 'joined'> & {
  readonly isOverdue: number
  readonly joined: string
}

/** The columns of a CaseRow; `?1` is today. */
export const CASE_COLUMNS = `k.id, k.reference, k.kind, k.state, k.county, k.household_id as household,
  k.opened_at as openedAt, k.due_on as dueOn, k.state = 'open' and k.due_on < ?1 as isOverdue,
  k.closed_at as closedAt, k.closed_by as closedBy, k.outcome,
  case c.stopped when 0 then 'reachable' when 1 then 'stopped' else 'nobody' end as reach,
  (select json_group_array(p.reference) from cases p where p.part_of = k.id) as joined
  from cases k left join contacts c on c.id = k.contact_id left join households h on h.id = k.household_id`

/** Which of the rows of CASE_COLUMNS lie within an area; its two values are bound at `at`. */
export function casesWithin(area: Area, at: number): ReturnType<typeof areaCondition> {
  return areaCondition(area, { county: 'k.county', township: 'h.township' }, at)
}

/** A row as a summary. */
export function summaryOf({ isOverdue, joined, ...row }: CaseRow): CaseSummary {
  return { ...row, isOverdue: isOverdue === 1, joined: JSON.parse(joined) as string[] }
}
