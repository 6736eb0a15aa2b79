import { type CaseStatistics, caseTotals } from '../../cases/statistics.ts'
import { CASE_KINDS, type CaseKind } from '../../conversation/case.ts'
import { textsIn } from '../../i18n/texts.ts'
import { countyName } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { FORMATS } from '../download/download.ts'
import { framed } from '../frame.tsx'
import { type Bar, Bars } from '../views/bars.tsx'
import { foundIn, kindWord, outcomeWord } from './statistics-lines.ts'

type Shown = { readonly desk: Desk; readonly statistics: CaseStatistics }

export const STATISTICS = '/console/cases/statistics'

/** Who was missed and who was found, how long families waited, and what each kind of case came to. */
export function statisticsPage(c: DeskContext, statistics: CaseStatistics): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const { since, until, groups } = statistics
  return framed(c, {
    here: 'cases',
    title: say('console:case.stats'),
    children: (
      <>
        <p class="hint">{say('console:case.stats-lead', { since, until })}</p>
        {groups.length === 0 ? (
          <p role="status">{say('console:case.none')}</p>
        ) : (
          <>
            <Tiles desk={desk} statistics={statistics} />
            <Kinds desk={desk} statistics={statistics} />
            {statistics.counties.length > 1 ? <Counties desk={desk} statistics={statistics} /> : null}
            <div class="plots">
              {CASE_KINDS.map((kind) => ({ kind, bars: barsOf(desk, statistics, kind) }))
                .filter(({ bars }) => bars.length > 0)
                .map(({ kind, bars }) => (
                  <Bars title={kindWord(desk.language, kind)} bars={bars} />
                ))}
            </div>
          </>
        )}
        <p class="downloads">
          {say('console:download.figures')}
          {FORMATS.toReversed().map((format) => (
            <a href={`${STATISTICS}.${format}`}>{format.toUpperCase()}</a>
          ))}
        </p>
      </>
    ),
  })
}

function Tiles({ desk, statistics }: Shown) {
  const say = textsIn(desk.language)
  const missing = caseTotals(statistics, 'missing')
  const all = caseTotals(statistics, null)
  return (
    <div class="tiles">
      <div class="tile">
        <strong>{missing.count}</strong>
        {say('console:case.stats-missed')}
      </div>
      <div class="tile">
        <strong>{missing.found}</strong>
        {say('console:case.stats-found')}
      </div>
      {all.medianDays === null ? null : (
        <div class="tile">
          <strong>{say('console:overview.days', { days: all.medianDays })}</strong>
          {say('console:overview.median-days')}
        </div>
      )}
      <div class={all.late > 0 ? 'tile late' : 'tile'}>
        <strong>
          {all.late} / {all.count}
        </strong>
        {say('console:case.stats-late')}
      </div>
    </div>
  )
}

function Kinds({ desk, statistics }: Shown) {
  const say = textsIn(desk.language)
  return (
    <table class="figures">
      <thead>
        <tr>
          <th>{say('console:case.kind')}</th>
          <th class="number">{say('console:case.stats-opened')}</th>
          <th class="number">{say('console:case.state.open')}</th>
          <th class="number">{say('console:case.stats-found')}</th>
          <th class="number">{say('console:overview.median-days')}</th>
          <th class="number">{say('console:case.stats-late')}</th>
        </tr>
      </thead>
      <tbody>
        {[...CASE_KINDS, null].map((kind) => {
          const { count, open, found, medianDays, late } = caseTotals(statistics, kind)
          return (
            <tr>
              <th scope="row">{kindWord(desk.language, kind)}</th>
              <td class="number">{count}</td>
              <td class="number">{open}</td>
              <td class="number">{foundIn(kind) ? found : '–'}</td>
              <td class="number">{medianDays ?? '–'}</td>
              <td class="number">{late}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Counties({ desk, statistics }: Shown) {
  const say = textsIn(desk.language)
  return (
    <table class="figures">
      <thead>
        <tr>
          <th>{say('console:staff.area')}</th>
          <th class="number">{say('console:case.stats-opened')}</th>
          <th class="number">{say('console:case.state.open')}</th>
          <th class="number">{say('console:case.stats-found')}</th>
          <th class="number">{say('console:case.stats-late')}</th>
        </tr>
      </thead>
      <tbody>
        {statistics.counties.map(({ county, count, open, found, late }) => (
          <tr>
            <th scope="row">{countyName(county, desk.language)}</th>
            <td class="number">{count}</td>
            <td class="number">{open}</td>
            <td class="number">{found}</td>
            <td class="number">{late}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function barsOf({ language }: Desk, { groups }: CaseStatistics, kind: CaseKind): readonly Bar[] {
  return groups
    .filter((group) => group.kind === kind)
    .map(({ outcome, count }) => ({ label: outcomeWord(language, outcome), count }))
}
