import type { CasePage } from '../../cases/list-cases.ts'
import { CASE_KINDS, type CaseKind } from '../../conversation/case.ts'
import { textsIn } from '../../i18n/texts.ts'
import { countyName } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { dayTime } from '../moments.ts'
import { Pages, seenIn } from '../views/pages.tsx'
import { STATISTICS } from './statistics-page.tsx'

type Filter = { readonly state: string; readonly kind: CaseKind | null }

const STATES = ['open', 'overdue', 'closed', 'all'] as const

/** The queue of cases, the oldest first. */
export function queuePage(
  c: DeskContext,
  { cases, next }: CasePage,
  filter: Filter,
  total: number,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const first = `/console/cases?state=${filter.state}&kind=${filter.kind ?? ''}`
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
          <Queue desk={desk} cases={cases} />
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

function Queue({ desk, cases }: { readonly desk: Desk; readonly cases: CasePage['cases'] }) {
  const say = textsIn(desk.language)
  return (
    <table class="cards">
      <thead>
        <tr>
          <th>{say('console:case.reference')}</th>
          <th>{say('console:case.kind')}</th>
          <th>{say('console:staff.area')}</th>
          <th>{say('console:case.opened')}</th>
          <th>{say('console:case.due')}</th>
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
          {STATES.map((state) => (
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
      <button type="submit" class="secondary">
        {say('console:filter')}
      </button>
    </form>
  )
}
