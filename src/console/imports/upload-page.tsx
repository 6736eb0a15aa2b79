import { type TextKey, textsIn } from '../../i18n/texts.ts'
import type { Upload } from '../../uploads/read.ts'
import type { Found } from '../../uploads/upload.ts'
import type { Called } from '../called.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { dayTime } from '../moments.ts'
import { ColumnsSection } from './columns.tsx'
import { FoundSection } from './found.tsx'
import { Command, IMPORTS } from './list-page.tsx'
import { ProgressSection } from './progress.tsx'
import { textOr } from './words.ts'

type Shown = {
  readonly upload: Upload
  readonly found: Found | null
  readonly now: Date
  readonly fault: TextKey | null
  readonly called: Called
}

/** One file: how far it is, what it would change, and the one thing to do next. */
export function uploadPage(c: DeskContext, { upload, found, now, fault, called }: Shown): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const isMoving = MOVING.has(upload.state)
  return framed(
    c,
    {
      here: 'imports',
      title: upload.file,
      ...(isMoving ? { refreshS: REFRESH_S } : {}),
      children: (
        <>
          {fault === null ? null : (
            <p class="fault" role="alert">
              {say(fault)}
            </p>
          )}
          <Facts desk={desk} upload={upload} takenOn={found?.takenOn ?? null} called={called} />
          {upload.fault === null ? null : (
            <p class="fault" role="alert">
              {textOr(desk.language, `imports:fault.${upload.fault}`, 'imports:fault.other')}
              {upload.fault === 'too-many-rows' ? <Command kind={upload.kind} /> : null}
            </p>
          )}
          {isMoving ? <ProgressSection desk={desk} upload={upload} now={now} /> : null}
          {isMoving ? null : <NextStep desk={desk} upload={upload} />}
          {isMoving || found === null ? null : (
            <>
              <FoundSection desk={desk} upload={upload} found={found} />
              <ColumnsSection desk={desk} upload={upload} found={found} />
            </>
          )}
        </>
      ),
    },
    fault === null ? 200 : 409,
  )
}

const REFRESH_S = 2
const MOVING: ReadonlySet<Upload['state']> = new Set([
  'arriving',
  'waiting',
  'reading',
  'apply-waiting',
  'applying',
])

type OfFacts = Pick<Shown, 'upload' | 'called'> & { readonly desk: Desk; readonly takenOn: string | null }

function Facts({ desk, upload, takenOn, called }: OfFacts) {
  const say = textsIn(desk.language)
  return (
    <dl class="facts">
      <dt>{say('imports:kind')}</dt>
      <dd>{say(`imports:kind.${upload.kind}`)}</dd>
      <dt>{say('console:case.state')}</dt>
      <dd>{say(`imports:state.${upload.state}`)}</dd>
      <dt>{say('console:audit.who')}</dt>
      <dd>
        {called(upload.by)} · {dayTime(upload.createdAt)}
      </dd>
      {takenOn === null ? null : (
        <>
          <dt>{say('console:household.taken')}</dt>
          <dd>{takenOn}</dd>
        </>
      )}
    </dl>
  )
}

function NextStep({ desk, upload }: { readonly desk: Desk; readonly upload: Upload }) {
  const say = textsIn(desk.language)
  const { id, state, fault, importIds } = upload
  // One that stopped half-way has written whole households.
  if (state === 'applied' || (state === 'failed' && importIds.length > 0))
    return <Undo desk={desk} upload={upload} />
  if (state !== 'read') return null
  return (
    <div class="row">
      {fault === null ? (
        <form method="post" action={`${IMPORTS}/${id}/apply`}>
          <button type="submit">{say('imports:apply')}</button>
        </form>
      ) : null}
      <form method="post" action={`${IMPORTS}/${id}/drop`}>
        <button type="submit" class="plain">
          {say('imports:drop')}
        </button>
      </form>
    </div>
  )
}

function Undo({ desk, upload }: { readonly desk: Desk; readonly upload: Upload }) {
  const say = textsIn(desk.language)
  return (
    <details class="new">
      <summary>{say('imports:undo')}</summary>
      <form method="post" action={`${IMPORTS}/${upload.id}/undo`} class="stack">
        <p>{say('imports:undo-hint')}</p>
        <button type="submit" class="secondary">
          {say('imports:undo')}
        </button>
      </form>
    </details>
  )
}
