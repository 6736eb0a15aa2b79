import type { DeliveryLine } from '../../broadcasts/deliveries.ts'
import type { BroadcastPreview } from '../../broadcasts/estimate/preview.ts'
import type { BroadcastRead } from '../../broadcasts/read.ts'
import type { Fault } from '../../fault.ts'
import { grouped } from '../../i18n/figures.ts'
import { LANGUAGES, textsIn } from '../../i18n/texts.ts'
import type { Called } from '../called.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { dayTime } from '../moments.ts'
import { Actions } from './actions.tsx'
import { audienceFacts, timeFacts } from './audience-words.ts'
import { FaultList } from './compose-page.tsx'
import { Estimated, Skipped } from './estimated.tsx'
import { Failures } from './failures.tsx'
import { Sample } from './sample.tsx'

type Shown = {
  readonly fault: Fault | null
  readonly failures: readonly DeliveryLine[]
  /** What it would come to today, where that was asked for. */
  readonly preview: BroadcastPreview | null
  readonly called: Called
}

/** How soon a broadcast that is under way is shown anew. */
const REFRESH_S = 10

/** One broadcast: its texts, where it stands, what may be done with it, and what failed. */
export function broadcastPage(
  c: DeskContext,
  read: BroadcastRead,
  { fault, failures, preview, called }: Shown,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const { broadcast } = read
  const isMoving = fault === null && preview === null && broadcast.state === 'sending'
  return framed(
    c,
    {
      here: 'broadcasts',
      title: broadcast.name,
      ...(isMoving ? { refreshS: REFRESH_S } : {}),
      children: (
        <>
          {fault === null ? null : <FaultList language={desk.language} fault={fault} />}
          <Facts desk={desk} read={read} called={called} />
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
          <Estimated
            language={desk.language}
            estimate={preview?.estimate ?? broadcast.estimate}
            per={broadcast.audience.per}
            audience={preview?.audience}
          />
          {preview === null ? null : <Sample desk={desk} sample={preview.audience.sample} />}
          <Failures desk={desk} failures={failures} count={read.counts.failed} />
        </>
      ),
    },
    fault === null ? 200 : fault.code === 'conflict' ? 409 : 422,
  )
}

type OfRead = { readonly desk: Desk; readonly read: BroadcastRead }

function Facts({ desk, read: { broadcast, run }, called }: OfRead & Pick<Shown, 'called'>) {
  const { language } = desk
  const say = textsIn(language)
  const { state, writers, approvedBy } = broadcast
  const facts = [
    [say('console:case.state'), say(`console:broadcast.state.${state}`)],
    ...audienceFacts(language, broadcast.audience),
    ...timeFacts(language, broadcast),
    ...(state === 'scheduled' && run !== null ? [[say('console:broadcast.next'), dayTime(run.dueAt)]] : []),
    [say('console:broadcast.author'), writers.map(called).join(language === 'bo' ? ' ' : '、')],
    ...(approvedBy === null ? [] : [[say('console:broadcast.approver'), called(approvedBy)]]),
  ]
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}

const COUNTED = ['queued', 'sent', 'delivered', 'failed', 'unknown', 'cancelled', 'skipped'] as const

function Progress({ desk, read }: OfRead) {
  const say = textsIn(desk.language)
  const { run, counts, progress, skippedBecause } = read
  if (run === null) return null
  return (
    <section aria-live="polite">
      <h2>{say('console:broadcast.progress')}</h2>
      {progress === null ? null : (
        <>
          <progress
            value={progress.done}
            max={Math.max(1, progress.of)}
            aria-label={say('console:broadcast.progress')}
          />
          <p>
            {say('console:broadcast.done', { done: grouped(progress.done), of: grouped(progress.of) })}{' '}
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
            <strong>{grouped(counts[state])}</strong>
            {say(`console:delivery.${state}`)}
          </div>
        ))}
      </div>
      <Skipped language={desk.language} skipped={skippedBecause} />
    </section>
  )
}
