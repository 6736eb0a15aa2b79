import type { BroadcastRead } from '../../broadcasts/read.ts'
import { stateAfter } from '../../broadcasts/life/states.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { Actor } from '../../staff/actor.ts'
import { type Action, may } from '../../staff/permissions.ts'
import type { Desk } from '../desk.ts'

type Button = { readonly verb: Verb; readonly action: Action; readonly isPlain?: true }
type Verb = 'submit' | 'return' | 'approve' | 'pause' | 'resume' | 'cancel' | 'again'

const APPROVE: Button = { verb: 'approve', action: 'broadcasts.approve' }
const BUTTONS: readonly Button[] = [
  { verb: 'submit', action: 'broadcasts.write' },
  APPROVE,
  { verb: 'pause', action: 'broadcasts.read' },
  { verb: 'resume', action: 'broadcasts.read' },
  { verb: 'again', action: 'broadcasts.write' },
  { verb: 'return', action: 'broadcasts.approve', isPlain: true },
]
const CANCEL: Button = { verb: 'cancel', action: 'broadcasts.read' }

type Shown = { readonly desk: Desk; readonly read: BroadcastRead }

/** What this member of staff may do with a broadcast as it stands. */
export function Actions({ desk, read }: Shown) {
  const say = textsIn(desk.language)
  const { id, version, state } = read.broadcast
  const isAwaited = state === 'submitted' && !isOffered(APPROVE, desk.actor, read)
  return (
    <>
      {isAwaited ? <p class="hint">{say('console:broadcast.awaits')}</p> : null}
      <div class="row">
        {BUTTONS.filter((button) => isOffered(button, desk.actor, read)).map(({ verb, isPlain }) => (
          <form method="post" action={`/console/broadcasts/${id}/${verb}`}>
            <input type="hidden" name="version" value={version} />
            <button type="submit" class={isPlain === true ? 'secondary' : ''}>
              {say(`console:broadcast.verb.${verb}`)}
            </button>
          </form>
        ))}
        {stateAfter(state, 'revise') === null || !may(desk.actor, 'broadcasts.write') ? null : (
          <a class="button secondary" href={`/console/broadcasts/${id}/revise`}>
            {say('console:broadcast.revise')}
          </a>
        )}
        {isOpen(read) ? (
          <form method="post" action={`/console/broadcasts/${id}/preview`}>
            <button type="submit" class="secondary">
              {say('console:broadcast.preview')}
            </button>
          </form>
        ) : null}
        {isOffered(CANCEL, desk.actor, read) ? <Cancel desk={desk} read={read} /> : null}
      </div>
    </>
  )
}

// It cannot be taken back: one touch beside another button is not enough.
function Cancel({ desk, read: { broadcast } }: Shown) {
  const say = textsIn(desk.language)
  return (
    <details class="confirm">
      <summary>{say('console:broadcast.verb.cancel')}</summary>
      <form method="post" action={`/console/broadcasts/${broadcast.id}/cancel`}>
        <p>{say('console:broadcast.cancel-warning')}</p>
        <input type="hidden" name="version" value={broadcast.version} />
        <button type="submit">{say('console:broadcast.cancel-surely')}</button>
      </form>
    </details>
  )
}

/** Whether it may still be counted anew: nothing of it has left. */
function isOpen({ broadcast: { state }, run }: BroadcastRead): boolean {
  return state === 'draft' || state === 'submitted' || (state === 'scheduled' && run?.startedAt == null)
}

function isOffered({ verb, action }: Button, actor: Actor, { broadcast, counts }: BroadcastRead): boolean {
  if (stateAfter(broadcast.state, verb) === null || !may(actor, action)) return false
  if (verb === 'approve') return !broadcast.writers.includes(actor.name)
  if (verb === 'again') return counts.failed > 0
  const holds = verb === 'pause' || verb === 'resume' || verb === 'cancel'
  return !holds || may(actor, 'broadcasts.write') || may(actor, 'broadcasts.approve')
}
