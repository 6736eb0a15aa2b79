import type { Chained } from '../../audit/chain.ts'
import type { AuditPage } from '../../audit/list.ts'
import { CLOCK } from '../../broadcasts/life/clock-moves.ts'
import { isTextKey, textsIn } from '../../i18n/texts.ts'
import { areaOf } from '../../staff/area.ts'
import { areaName, countyName } from '../area-name.ts'
import type { Called } from '../called.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { dayTime } from '../moments.ts'
import { Pages, seenIn } from '../views/pages.tsx'

export const AUDIT = '/console/audit'

/** What the check of the whole log has found: how many entries are as they were written, or the first that is not. */
export type Verdict = { readonly entries: number; readonly broken: number | null }

/** What was done, the latest first; above it what a check has just found. */
export function auditPage(
  c: DeskContext,
  { entries, next }: AuditPage,
  { verdict, called }: { readonly verdict: Verdict | null; readonly called: Called },
) {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  return framed(c, {
    here: 'audit',
    title: say('console:menu.audit'),
    children: (
      <>
        <p class="hint">{say('audit:lead')}</p>
        {verdict === null ? null : <Found desk={desk} verdict={verdict} />}
        <form method="post" action={`${AUDIT}/verify`} class="row">
          <button type="submit" class="secondary">
            {say('console:audit.verify')}
          </button>
        </form>
        {entries.length === 0 ? (
          <p role="status">{say('audit:none')}</p>
        ) : (
          <Entries desk={desk} entries={entries} called={called} />
        )}
        <Pages
          desk={desk}
          seen={seenIn(c)}
          rows={entries.length}
          total={null}
          first={AUDIT}
          next={next === null ? null : `${AUDIT}?before=${next}`}
        />
      </>
    ),
  })
}

function Found({ desk, verdict: { entries, broken } }: { readonly desk: Desk; readonly verdict: Verdict }) {
  const say = textsIn(desk.language)
  return (
    <p class={broken === null ? 'done' : 'fault'} role="status">
      {broken === null
        ? say('console:audit.intact', { count: entries })
        : say('console:audit.broken', { seq: broken })}
    </p>
  )
}

type Listed = { readonly desk: Desk; readonly entries: readonly Chained[]; readonly called: Called }

function Entries({ desk, entries, called }: Listed) {
  const say = textsIn(desk.language)
  return (
    <table class="cards">
      <thead>
        <tr>
          <th>{say('console:audit.what')}</th>
          <th>{say('console:audit.subject')}</th>
          <th>{say('console:staff.area')}</th>
          <th>{say('console:audit.who')}</th>
          <th>{say('console:audit.at')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr>
            <td>{didWords(desk, entry)}</td>
            <td>
              <Subject desk={desk} entry={entry} />
            </td>
            <td>{placeName(desk, entry)}</td>
            <td title={entry.actor}>
              {entry.actor === CLOCK.name ? say('audit:by-itself') : called(entry.actor)}
            </td>
            <td>
              <time>{dayTime(entry.at)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function placeName({ language }: Desk, { county, township }: Chained): string {
  const area = county === null ? null : areaOf(county, township)
  return area === null ? '' : areaName(area, language)
}

// What a later deed is called before it has words of its own: as the program calls it.
function didWords({ language }: Desk, { action }: Chained): string {
  const key = `audit:did.${action}`
  return isTextKey(key) ? textsIn(language)(key) : action
}

// Whose subject has a page of its own, by what was done with it.
const PAGES: Readonly<Record<string, string>> = {
  household: '/console/households',
  import: '/console/imports',
  case: '/console/cases',
  broadcast: '/console/broadcasts',
  policy: '/console/policy',
}

function Subject({ desk, entry: { action, subject } }: { readonly desk: Desk; readonly entry: Chained }) {
  if (subject === null || subject === '') return null
  const [room = ''] = action.split('.')
  const page = PAGES[room]
  if (page !== undefined)
    return (
      <a href={`${page}/${subject}`} title={subject}>
        {textsIn(desk.language)('console:open')}
      </a>
    )
  if (room === 'office') return <>{countyName(subject, desk.language)}</>
  return <code class="wide">{subject}</code>
}
