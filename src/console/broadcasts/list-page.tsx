import type { BroadcastPage } from '../../broadcasts/list.ts'
import { grouped } from '../../i18n/figures.ts'
import { textsIn } from '../../i18n/texts.ts'
import { may } from '../../staff/permissions.ts'
import { areaOfAudience } from '../../audiences/audience.ts'
import { areaName } from '../area-name.ts'
import type { Called } from '../called.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { dayTime } from '../moments.ts'
import { Pages, seenIn } from '../views/pages.tsx'

/** The broadcasts of one's area, the newest first. */
export function listPage(
  c: DeskContext,
  { broadcasts, next }: BroadcastPage,
  called: Called,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  return framed(c, {
    here: 'broadcasts',
    title: say('console:menu.broadcasts'),
    children: (
      <>
        {may(desk.actor, 'broadcasts.write') ? (
          <p>
            <a class="button" href="/console/broadcasts/new">
              {say('console:broadcast.new')}
            </a>
          </p>
        ) : null}
        {broadcasts.length === 0 ? (
          <p role="status">{say('console:broadcast.none')}</p>
        ) : (
          <Broadcasts desk={desk} broadcasts={broadcasts} called={called} />
        )}
        <Pages
          desk={desk}
          seen={seenIn(c)}
          rows={broadcasts.length}
          total={null}
          first="/console/broadcasts"
          next={next === null ? null : `/console/broadcasts?after=${next}`}
        />
      </>
    ),
  })
}

type Listed = {
  readonly desk: Desk
  readonly broadcasts: BroadcastPage['broadcasts']
  readonly called: Called
}

function Broadcasts({ desk: { language }, broadcasts, called }: Listed) {
  const say = textsIn(language)
  return (
    <table class="cards">
      <thead>
        <tr>
          <th>{say('console:broadcast.name')}</th>
          <th>{say('console:case.state')}</th>
          <th>{say('console:staff.area')}</th>
          <th class="number">{say('console:broadcast.messages')}</th>
          <th>{say('console:broadcast.author')}</th>
          <th>{say('console:audit.at')}</th>
        </tr>
      </thead>
      <tbody>
        {broadcasts.map(({ id, name, state, audience, estimate, writers, createdAt }) => (
          <tr>
            <td>
              <a href={`/console/broadcasts/${id}`}>{name}</a>
            </td>
            <td>{say(`console:broadcast.state.${state}`)}</td>
            <td>{areaName(areaOfAudience(audience), language)}</td>
            <td class="number" data-label={say('console:broadcast.messages')}>
              {grouped(estimate.messages)}
            </td>
            <td data-label={say('console:broadcast.author')}>{writers.slice(0, 1).map(called)}</td>
            <td>{dayTime(createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
