import type { CaseOrder } from '../../cases/case-order.ts'
import type { CasePage } from '../../cases/list-cases.ts'
import { CASE_KINDS, type CaseKind } from '../../conversation/case.ts'
import { textsIn } from '../../i18n/texts.ts'
import { countyName } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { dayTime } from '../moments.ts'
import { orderAfter, orderText } from '../order.ts'
import { Pages, seenIn } from '../views/pages.tsx'
import { SortHead } from '../views/sort-head.tsx'
import { STATISTICS } from './statistics-page.tsx'

/** Which cases an address may ask for. */
export const CASE_FILTERS = ['open', 'overdue', 'closed', 'all'] as const

type Filter = {
  readonly state: (typeof CASE_FILTERS)[number]
  readonly kind: CaseKind | null
  readonly order: CaseOrder
}

/** The queue of cases, the oldest first or as its reader asks. */
export function queuePage(
  c: DeskContext,
  { cases, next }: CasePage,
  filter: Filter,
  total: number,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const first = addressOf(filter)
  return framed(c, {
    here: 'cases',
    title: say('console:menu.cases'),
    children: (
      <>
        <Filters desk={desk} filter={filter} />
        <p>
          <a href={STATISTICS}>{say('console:case.stats')}</a>
        </p>
        {cases.length === 0 ? (
          <p role="status">{say('console:case.none')}</p>
        ) : (
          <Queue desk={desk} filter={filter} cases={cases} />
        )}
        <Pages
          desk={desk}
          seen={seenIn(c)}
          rows={cases.length}
          total={total}
          first={first}
          next={next === null ? null : `${first}&after=${next}`}
        />
      </>
    ),
  })
}

function addressOf({ state, kind, order }: Filter): string {
  return `/console/cases?state=${state}&kind=${kind ?? ''}&sort=${orderText(order)}`
}

type Queued = { readonly desk: Desk; readonly filter: Filter; readonly cases: CasePage['cases'] }

function Queue({ desk, filter, cases }: Queued) {
  const say = textsIn(desk.language)
  const head = (column: CaseOrder['column']) => (
    <SortHead
      label={say(`console:case.${column}`)}
      present={filter.order.column === column ? filter.order : null}
      to={addressOf({ ...filter, order: orderAfter(filter.order, { column, isDescending: false }) })}
    />
  )
  return (
    <table class="cards sortable">
      <thead>
        <tr>
          <th>{say('console:case.reference')}</th>
          <th>{say('console:case.kind')}</th>
          <th>{say('console:staff.area')}</th>
          {head('opened')}
          {head('due')}
          <th>{say('console:case.state')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <tr class={one.isOverdue ? 'late' : ''}>
            <td>
              <a href={`/console/cases/${one.id}`}>
                <code>{one.reference}</code>
              </a>
            </td>
            <td>{say(`conversation:case.kind.${one.kind}`)}</td>
            <td>{countyName(one.county, desk.language)}</td>
            <td data-label={say('console:case.opened')}>{dayTime(one.openedAt)}</td>
            <td data-label={say('console:case.due')}>{one.dueOn}</td>
            <td>{one.isOverdue ? say('console:case.overdue') : say(`console:case.state.${one.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Filters({ desk, filter }: { readonly desk: Desk; readonly filter: Filter }) {
  const say = textsIn(desk.language)
  return (
    <form method="get" action="/console/cases" class="row">
      <label>
        {say('console:case.state')}
        <select name="state">
          {CASE_FILTERS.map((state) => (
            <option value={state} selected={state === filter.state}>
              {say(`console:case.state.${state}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('console:case.kind')}
        <select name="kind">
          <option value="">{say('console:case.state.all')}</option>
          {CASE_KINDS.map((kind) => (
            <option value={kind} selected={kind === filter.kind}>
              {say(`conversation:case.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <input type="hidden" name="sort" value={orderText(filter.order)} />
      <button type="submit" class="secondary">
        {say('console:filter')}
      </button>
    </form>
  )
}
