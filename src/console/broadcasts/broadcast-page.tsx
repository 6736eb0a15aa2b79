import type { DeliveryLine } from '../../broadcasts/deliveries.ts'
import type { BroadcastRead } from '../../broadcasts/read.ts'
import { stateAfter } from '../../broadcasts/life/states.ts'
import type { Fault } from '../../fault.ts'
import { LANGUAGES, textsIn } from '../../i18n/texts.ts'
import type { Actor } from '../../staff/actor.ts'
import { type Action, may } from '../../staff/permissions.ts'
import { areaName } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { dayTime } from '../moments.ts'
import { FaultList } from './compose-page.tsx'
import { Estimated, Skipped } from './estimated.tsx'

type Shown = { readonly fault: Fault | null; readonly failures: readonly DeliveryLine[] }

/** One broadcast: its texts, where it stands, what may be done with it, and what failed. */
export function broadcastPage(
  c: DeskContext,
  read: BroadcastRead,
  { fault, failures }: Shown,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const { broadcast } = read
  const { county, township = null } = broadcast.audience
  return framed(
    c,
    {
      here: 'broadcasts',
      title: broadcast.name,
      children: (
        <>
          {fault === null ? null : <FaultList language={desk.language} fault={fault} />}
          <dl class="facts">
            <dt>{say('console:case.state')}</dt>
            <dd>{say(`console:broadcast.state.${broadcast.state}`)}</dd>
            <dt>{say('console:staff.area')}</dt>
            <dd>{areaName({ code: county, township }, desk.language)}</dd>
            {broadcast.audience.programme == null ? null : (
              <>
                <dt>{say('console:ledger.programme')}</dt>
                <dd>{say(`policy:programme.${broadcast.audience.programme}.name`)}</dd>
              </>
            )}
            {broadcast.audience.ledger == null ? null : (
              <>
                <dt>{say('console:audience.ledger')}</dt>
                <dd>{say(`console:ledger-filter.${broadcast.audience.ledger}`)}</dd>
              </>
            )}
            <dt>{say('console:broadcast.author')}</dt>
            <dd>{broadcast.writers.join(', ')}</dd>
            {broadcast.approvedBy === null ? null : (
              <>
                <dt>{say('console:broadcast.approver')}</dt>
                <dd>{broadcast.approvedBy}</dd>
              </>
            )}
          </dl>
          <Actions desk={desk} read={read} />
          <Progress desk={desk} read={read} />
          <section>
            <h2>{say('console:broadcast.texts')}</h2>
            <div class="sides">
              {LANGUAGES.map((language) => (
                <blockquote lang={language}>{broadcast.body[language] ?? '–'}</blockquote>
              ))}
            </div>
          </section>
          <Estimated language={desk.language} estimate={broadcast.estimate} />
          <Failures desk={desk} failures={failures} />
        </>
      ),
    },
    fault === null ? 200 : fault.code === 'conflict' ? 409 : 422,
  )
}

type Button = { readonly verb: Verb; readonly action: Action; readonly isPlain?: true }
type Verb = 'submit' | 'return' | 'approve' | 'pause' | 'resume' | 'cancel' | 'again'

const BUTTONS: readonly Button[] = [
  { verb: 'submit', action: 'broadcasts.write' },
  { verb: 'approve', action: 'broadcasts.approve' },
  { verb: 'pause', action: 'broadcasts.read' },
  { verb: 'resume', action: 'broadcasts.read' },
  { verb: 'again', action: 'broadcasts.write' },
  { verb: 'return', action: 'broadcasts.approve', isPlain: true },
  { verb: 'cancel', action: 'broadcasts.read', isPlain: true },
]

function Actions({ desk, read }: { readonly desk: Desk; readonly read: BroadcastRead }) {
  const say = textsIn(desk.language)
  const { id, version } = read.broadcast
  return (
    <div class="row">
      {BUTTONS.filter((button) => isOffered(button, desk.actor, read)).map(({ verb, isPlain }) => (
        <form method="post" action={`/console/broadcasts/${id}/${verb}`}>
          <input type="hidden" name="version" value={version} />
          <button type="submit" class={isPlain === true ? 'secondary' : ''}>
            {say(`console:broadcast.verb.${verb}`)}
          </button>
        </form>
      ))}
    </div>
  )
}

function isOffered({ verb, action }: Button, actor: Actor, { broadcast, counts }: BroadcastRead): boolean {
  if (stateAfter(broadcast.state, verb) === null || !may(actor, action)) return false
  if (verb === 'approve') return !broadcast.writers.includes(actor.name)
  if (verb === 'again') return counts.failed > 0
  const holds = verb === 'pause' || verb === 'resume' || verb === 'cancel'
  return !holds || may(actor, 'broadcasts.write') || may(actor, 'broadcasts.approve')
}

const COUNTED = ['queued', 'sent', 'delivered', 'failed', 'unknown', 'cancelled', 'skipped'] as const

function Progress({ desk, read }: { readonly desk: Desk; readonly read: BroadcastRead }) {
  const say = textsIn(desk.language)
  const { run, counts, progress, skippedBecause } = read
  if (run === null) return null
  return (
    <section>
      <h2>{say('console:broadcast.progress')}</h2>
      {progress === null ? null : (
        <>
          <progress value={progress.done} max={Math.max(1, progress.of)} />
          <p>
            {say('console:broadcast.done', { done: progress.done, of: progress.of })}{' '}
            {progress.secondsLeft === null
              ? ''
              : say('console:broadcast.left', { minutes: Math.ceil(progress.secondsLeft / 60) })}{' '}
            {progress.quietUntil === null
              ? ''
              : say('console:broadcast.quiet', { until: dayTime(progress.quietUntil) })}
          </p>
        </>
      )}
      <div class="tiles">
        {COUNTED.map((state) => (
          <div class={state === 'failed' && counts.failed > 0 ? 'tile late' : 'tile'}>
            <strong>{counts[state]}</strong>
            {say(`console:delivery.${state}`)}
          </div>
        ))}
      </div>
      <Skipped language={desk.language} skipped={skippedBecause} />
    </section>
  )
}

function Failures({ desk, failures }: { readonly desk: Desk; readonly failures: readonly DeliveryLine[] }) {
  const say = textsIn(desk.language)
  if (failures.length === 0) return null
  return (
    <section>
      <h2>{say('console:delivery.failed')}</h2>
      <table>
        <tbody>
          {failures.map(({ household, code, at }) => (
            <tr>
              <td>
                <a href={`/console/households/${household}`}>{say('console:menu.households')}</a>
              </td>
              <td>
                <code>{code}</code>
              </td>
              <td>{at === null ? '' : dayTime(at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
