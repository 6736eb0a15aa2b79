import type { Services } from '../../services.ts'
import type { Area } from '../../staff/area.ts'
import { applyGroups, type ApplyContext } from './apply.ts'
import { batch } from './batch.ts'
import { refuseElsewhere } from './elsewhere.ts'
import type { Group, Grouping } from './grouping.ts'
import { countGone } from './missing.ts'
import type { ImportMark, Outcomes } from './report.ts'

type Run = {
  readonly importId: string
  /** Of the whole file. */
  readonly rows: number
  readonly rowsAtOnce: number
  readonly area: Area | null
  readonly isDry: boolean
  readonly from: ImportMark | null
}

type Heard = {
  readonly applied: (outcomes: { readonly persons: Outcomes; readonly households: Outcomes }) => void
  readonly refused: Grouping['refused']
}

const NOTHING = { add: async () => {}, end: async () => {} }

/** Makes whole households' rows into writes, and writes them, unless it is dry. */
export function taker(
  services: Pick<Services, 'store' | 'vault'>,
  run: Run,
  context: ApplyContext,
  { applied, refused }: Heard,
) {
  const { store } = services
  const { add, end } = run.isDry ? NOTHING : batch(store, run.importId, run.rowsAtOnce, run.rows)
  let gone = run.from?.gone ?? 0
  return {
    add: async (groups: readonly Group[], count: number) => {
      const ours = run.area === null ? groups : await refuseElsewhere(services, run.area, groups, refused)
      const { writes, named, ...outcomes } = await applyGroups(ours, context)
      applied(outcomes)
      await add(writes, count)
      if (run.isDry) gone += await countGone(store, named)
    },
    end,
    gone: () => gone,
  }
}

/** Notes whom a piece names, of pieces that earlier steps have done too: what a file no longer names is told by all of it. */
export function nameAll(groups: readonly Group[], { isFirst, named, index }: ApplyContext): void {
  if (isFirst) return
  for (const [member] of groups)
    if (member !== undefined) named.add(index('household', member.householdNumber))
}
