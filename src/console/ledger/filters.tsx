import { LEDGER_FILTERS } from '../../audiences/ledger-filter.ts'
import { textsIn } from '../../i18n/texts.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'
import { areaChoices, areaName } from '../area-name.ts'
import type { Desk } from '../desk.ts'
import { orderText } from '../order.ts'
import { Select } from '../views/select.tsx'
import { addressOf, type DeskQuery, yearsUntil } from './query.ts'

type Shown = {
  readonly desk: Desk
  readonly query: DeskQuery
  readonly page: string
  readonly presentYear: number
  /** Whether the page asks how far a line has come. */
  readonly asksState: boolean
}

/** What the page is about, and how to ask for something else: the place, with a way up, the programme, the year. */
export function Filters({ desk, query, page, presentYear, asksState }: Shown) {
  const say = textsIn(desk.language)
  const whichever = { value: '', label: say('console:gap.received-kinds') }
  return (
    <>
      <Trail desk={desk} query={query} page={page} />
      <form method="get" action={page} class="row">
        {query.township === null ? (
          <Select
            name="county"
            label={say('console:staff.area')}
            value={query.county}
            choices={areaChoices(desk)}
          />
        ) : (
          <HiddenPlace query={query} />
        )}
        <Select
          name="programme"
          label={say('console:ledger.programme')}
          value={query.programme ?? ''}
          choices={[
            whichever,
            ...PROGRAMME_IDS.map((id) => ({ value: id, label: say(`policy:programme.${id}.name`) })),
          ]}
        />
        <Select
          name="year"
          label={say('console:ledger.year')}
          value={String(query.year ?? presentYear)}
          choices={yearsUntil(presentYear).map((year) => ({
            value: String(year),
            label: `${year}–${year + 1}`,
          }))}
        />
        {asksState ? <HowFar desk={desk} query={query} /> : null}
        {query.sort === null ? null : <input type="hidden" name="sort" value={orderText(query.sort)} />}
        <button type="submit" class="secondary">
          {say('console:filter')}
        </button>
      </form>
    </>
  )
}

function HowFar({ desk, query }: Pick<Shown, 'desk' | 'query'>) {
  const say = textsIn(desk.language)
  return (
    <Select
      name="state"
      label={say('console:audience.ledger')}
      value={query.state ?? ''}
      choices={[
        { value: '', label: say('console:audience.any') },
        ...LEDGER_FILTERS.map((one) => ({ value: one, label: say(`console:ledger-filter.${one}`) })),
      ]}
    />
  )
}

function HiddenPlace({ query }: { readonly query: DeskQuery }) {
  return (
    <>
      <input type="hidden" name="county" value={query.county} />
      <input type="hidden" name="township" value={query.township ?? ''} />
      {query.village === null ? null : <input type="hidden" name="village" value={query.village} />}
    </>
  )
}

function Trail({ desk, query, page }: Pick<Shown, 'desk' | 'query' | 'page'>) {
  const { county, township, village } = query
  const own = desk.actor.area
  const up = ['62', county.slice(0, 4), county]
    .filter((code, at, all) => all.indexOf(code) === at && code.startsWith(own.code))
    .map((code) => ({
      label: areaName({ code, township: null }, desk.language),
      to: { ...query, county: code, township: null, village: null },
      isHere: code === county && township === null,
      isMine: own.township === null,
    }))
  const below = [
    ...(township === null
      ? []
      : [{ label: township, to: { ...query, village: null }, isHere: village === null, isMine: true }]),
    ...(village === null ? [] : [{ label: village, to: query, isHere: true, isMine: true }]),
  ]
  return (
    <nav class="trail" aria-label={textsIn(desk.language)('console:staff.area')}>
      <ol>
        {[...up, ...below].map(({ label, to, isHere, isMine }) => (
          <li>
            {isHere || !isMine ? (
              <span {...(isHere ? { 'aria-current': 'location' } : {})}>{label}</span>
            ) : (
              <a href={addressOf(page, to)}>{label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
