import { textsIn } from '../../i18n/texts.ts'
import { countyName } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { LedgerSteps } from '../views/ledger-steps.tsx'
import { Pages } from '../views/pages.tsx'
import { mayTakeAway, PERSONS } from './figures-page.tsx'
import { Filters } from './filters.tsx'
import type { NamedLine } from './named-lines.ts'
import { addressOf, type DeskQuery } from './query.ts'

type Shown = {
  readonly query: DeskQuery
  readonly lines: readonly NamedLine[]
  readonly next: string | null
  readonly seen: number
  /** How many lines there are in all; null where nobody counted them. */
  readonly total: number | null
  readonly presentYear: number
}

/** Each of them by name, page by page, the way to their household beside it. */
export function personsPage(
  c: DeskContext,
  { query, lines, next, seen, total, presentYear }: Shown,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  return framed(c, {
    here: 'ledger',
    title: say(query.state === null ? 'console:gap.list' : `console:ledger-filter.${query.state}`),
    children: (
      <>
        <Filters desk={desk} query={query} page={PERSONS} presentYear={presentYear} asksState={true} />
        {lines.length === 0 ? (
          <p role="status">{say('console:gap.nobody')}</p>
        ) : (
          <LinesTable desk={desk} lines={lines} />
        )}
        <Pages
          desk={desk}
          seen={seen}
          rows={lines.length}
          total={total}
          first={addressOf(PERSONS, query)}
          next={next === null ? null : addressOf(PERSONS, query, next)}
        />
        {mayTakeAway(desk) ? (
          <p class="downloads">
            {say('console:download.list')}
            <a href={addressOf(`${PERSONS}.xlsx`, query)}>XLSX</a>
            <a href={addressOf(`${PERSONS}.csv`, query)}>CSV</a>
          </p>
        ) : null}
      </>
    ),
  })
}

function LinesTable({ desk, lines }: { readonly desk: Desk; readonly lines: readonly NamedLine[] }) {
  const say = textsIn(desk.language)
  return (
    <table class="cards">
      <thead>
        <tr>
          <th>{say('console:staff.name')}</th>
          <th>{say('console:condition.stage')}</th>
          <th>{say('console:household.head')}</th>
          <th>{say('console:staff.area')}</th>
          <th>{say('console:ledger.programme')}</th>
          <th>{say('console:gap.came')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, person, head, village }) => (
          <tr>
            <td class="whole">
              <a href={`/console/households/${line.household}`}>{person?.name ?? '–'}</a>
            </td>
            <td>{person?.stage == null ? '–' : say(`policy:stage.${person.stage}`)}</td>
            <td class="whole" data-label={say('console:household.head')}>
              {head}
            </td>
            <td>
              {countyName(line.county, desk.language)} {line.township} {village}
            </td>
            <td>
              {say(`policy:programme.${line.programme}.name`)}
              {line.outcome === 'eligible' ? null : (
                <small class="late"> {say(`console:outcome.${line.outcome}`)}</small>
              )}
            </td>
            <td>
              {line.state === 'none' ? (
                say('console:ledger-filter.none')
              ) : (
                <LedgerSteps desk={desk} line={line} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
