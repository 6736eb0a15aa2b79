import { type Gap, type Gaps, missingOf } from '../../audiences/gaps.ts'
import { grouped } from '../../i18n/figures.ts'
import { textsIn } from '../../i18n/texts.ts'
import { may } from '../../staff/permissions.ts'
import { countyName } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { dayTime } from '../moments.ts'
import { orderAfter } from '../order.ts'
import { SortHead } from '../views/sort-head.tsx'
import { FIGURE_COLUMNS, inFigureOrder } from './figure-order.ts'
import { Filters } from './filters.tsx'
import { addressOf, type DeskQuery } from './query.ts'

type Shown = { readonly query: DeskQuery; readonly gaps: Gaps; readonly presentYear: number }

export const FIGURES = '/console/ledger'
export const PERSONS = '/console/ledger/persons'

/** Who qualifies, was told, has applied, has received: an area in figures, and the way to each who is missing. */
export function figuresPage(c: DeskContext, { query, gaps, presentYear }: Shown): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  return framed(c, {
    here: 'ledger',
    title: say('console:menu.ledger'),
    children: (
      <>
        <Filters desk={desk} query={query} page={FIGURES} presentYear={presentYear} asksState={false} />
        <Tiles desk={desk} query={query} gap={gaps.total} />
        <p class="hint">
          {say(query.year === null ? 'console:gap.counted' : 'console:gap.past-year', { day: gaps.day })}
          {gaps.keptAt === null ? '' : ` ${say('console:gap.kept', { at: dayTime(gaps.keptAt) })}`}
          {gaps.notCurrent === 0 ? '' : ` ${say('console:gap.not-current', { count: gaps.notCurrent })}`}
        </p>
        {/* A province has more counties than programmes: the shorter table first. */}
        {query.county.length < 6 ? <Programmes desk={desk} query={query} gaps={gaps} /> : null}
        <Places desk={desk} query={query} gaps={gaps} />
        {query.county.length < 6 ? null : <Programmes desk={desk} query={query} gaps={gaps} />}
        <p class="downloads">
          {say('console:download.figures')}
          <a href={addressOf(`${FIGURES}/figures.xlsx`, query)}>XLSX</a>
          <a href={addressOf(`${FIGURES}/figures.csv`, query)}>CSV</a>
        </p>
      </>
    ),
  })
}

function Tiles({ desk, query, gap }: { readonly desk: Desk; readonly query: DeskQuery; readonly gap: Gap }) {
  const say = textsIn(desk.language)
  const missing = missingOf(gap)
  return (
    <div class="tiles">
      {missing === null ? null : (
        <a
          class={missing > 0 ? 'tile late' : 'tile'}
          href={addressOf(PERSONS, { ...query, state: 'not-received' })}
        >
          <strong>{grouped(missing)}</strong>
          {say('console:gap.missing')}
        </a>
      )}
      {gap.eligible === null ? null : (
        <a class="tile" href={addressOf(PERSONS, { ...query, state: null })}>
          <strong>{grouped(gap.eligible)}</strong>
          {say('console:gap.eligible')}
        </a>
      )}
      <div class="tile">
        <strong>{grouped(gap.told)}</strong>
        {say('console:gap.told')}
      </div>
      <div class="tile">
        <strong>{grouped(gap.applied)}</strong>
        {say('console:gap.applied')}
      </div>
      <a class="tile" href={addressOf(PERSONS, { ...query, state: 'paid' })}>
        <strong>{grouped(gap.received)}</strong>
        {say('console:gap.received')}
      </a>
    </div>
  )
}

function Places({ desk, query, gaps }: Omit<Shown, 'presentYear'> & { readonly desk: Desk }) {
  const say = textsIn(desk.language)
  if (query.village !== null || gaps.places.length === 0) return null
  const nameOf = (place: string | null) =>
    place === null
      ? say('console:area.unknown')
      : query.county.length === 6
        ? place
        : countyName(place, desk.language)
  return (
    <section id="places">
      <h2>{say('console:gap.by-place')}</h2>
      <table class="figures">
        <Head desk={desk} query={query} of={say('console:staff.area')} at="places" />
        <tbody>
          {inFigureOrder(gaps.places, query.sort).map(({ place, gap }) => (
            <tr>
              <th scope="row">
                {place === null ? (
                  nameOf(null)
                ) : (
                  <a href={addressOf(FIGURES, below(query, place))}>{nameOf(place)}</a>
                )}
              </th>
              <Figures gap={gap} to={place === null ? null : below(query, place)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Programmes({ desk, query, gaps }: Omit<Shown, 'presentYear'> & { readonly desk: Desk }) {
  const say = textsIn(desk.language)
  if (gaps.programmes.length === 0) return <p role="status">{say('console:gap.none')}</p>
  return (
    <section id="programmes">
      <h2>{say('console:gap.by-programme')}</h2>
      <table class="figures">
        <Head desk={desk} query={query} of={say('console:ledger.programme')} at="programmes" />
        <tbody>
          {inFigureOrder(gaps.programmes, query.sort).map(({ programme, gap }) => (
            <tr class={programme === query.programme ? 'here' : ''}>
              <th scope="row">
                <a href={addressOf(FIGURES, { ...query, programme })}>
                  {say(`policy:programme.${programme}.name`)}
                </a>
              </th>
              <Figures gap={gap} to={{ ...query, programme }} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Headed = { readonly desk: Desk; readonly query: DeskQuery; readonly of: string; readonly at: string }

// The first column leads back to the order of its own; of a figure the most come first.
function Head({ desk, query, of, at }: Headed) {
  const say = textsIn(desk.language)
  const { sort } = query
  return (
    <thead>
      <tr>
        <th scope="col">
          {sort === null ? of : <a href={`${addressOf(FIGURES, { ...query, sort: null })}#${at}`}>{of}</a>}
        </th>
        {FIGURE_COLUMNS.map((column) => (
          <SortHead
            label={say(`console:gap.${column}`)}
            present={sort?.column === column ? sort : null}
            to={`${addressOf(FIGURES, { ...query, sort: orderAfter(sort, { column, isDescending: true }) })}#${at}`}
            class={column === 'told' || column === 'applied' ? 'number lesser' : 'number'}
          />
        ))}
      </tr>
    </thead>
  )
}

function Figures({ gap, to }: { readonly gap: Gap; readonly to: DeskQuery | null }) {
  const missing = missingOf(gap)
  return (
    <>
      <td class="number">{gap.eligible === null ? '–' : grouped(gap.eligible)}</td>
      <td class="number lesser">{grouped(gap.told)}</td>
      <td class="number lesser">{grouped(gap.applied)}</td>
      <td class="number">{grouped(gap.received)}</td>
      <td class="number">
        {missing === null || missing === 0 || to === null ? (
          (missing ?? '–')
        ) : (
          <a href={addressOf(PERSONS, { ...to, state: 'not-received' })}>{grouped(missing)}</a>
        )}
      </td>
    </>
  )
}

/** The same question of one of the places a page is made up of. */
function below(query: DeskQuery, place: string): DeskQuery {
  if (query.county.length < 6) return { ...query, county: place }
  return query.township === null ? { ...query, township: place } : { ...query, village: place }
}

/** Whether somebody may take lists of names away. */
export function mayTakeAway(desk: Desk): boolean {
  return may(desk.actor, 'ledger.export')
}
