import { type TextKey, textsIn } from '../../i18n/texts.ts'
import { may } from '../../staff/permissions.ts'
import type { UploadLimits } from '../../uploads/limits.ts'
import type { Upload } from '../../uploads/read.ts'
import { UPLOAD_KINDS, type UploadKind } from '../../uploads/upload.ts'
import type { Called } from '../called.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { dayTime } from '../moments.ts'

type Shown = {
  readonly uploads: readonly Upload[]
  /** What may be handed in. */
  readonly limits: UploadLimits
  readonly fault: TextKey | null
  readonly called: Called
}

export const IMPORTS = '/console/imports'

/** Files handed in, and the way to hand in another. */
export function listPage(
  c: DeskContext,
  { uploads, limits, fault, called }: Shown,
  status: 200 | 413 | 422,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const kinds = Object.keys(UPLOAD_KINDS) as readonly UploadKind[]
  return framed(
    c,
    {
      here: 'imports',
      title: say('console:menu.imports'),
      children: (
        <>
          {fault === null ? null : (
            <p class="fault" role="alert">
              {say(fault, {
                most: megabytes(fault === 'imports:workbook-too-large' ? limits.workbook : limits.bytes),
              })}
              {TOO_LARGE.has(fault) ? kinds.map((kind) => <Command kind={kind} />) : null}
            </p>
          )}
          <div class="sides">
            {kinds
              .filter((kind) => may(desk.actor, UPLOAD_KINDS[kind]))
              .map((kind) => (
                <HandIn desk={desk} kind={kind} limits={limits} />
              ))}
          </div>
          <Uploads desk={desk} uploads={uploads} called={called} />
        </>
      ),
    },
    status,
  )
}

/** What takes a file of any size, on the machine itself. */
export function Command({ kind }: { readonly kind: UploadKind }) {
  return <code>{` npm run ${kind}:import `}</code>
}

/** What the command line takes all the same. */
const TOO_LARGE: ReadonlySet<TextKey> = new Set(['imports:too-large', 'imports:workbook-too-large'])

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024)
}

function HandIn({
  desk,
  kind,
  limits,
}: {
  readonly desk: Desk
  readonly kind: UploadKind
  readonly limits: UploadLimits
}) {
  const say = textsIn(desk.language)
  return (
    <section>
      <h2>{say(`imports:kind.${kind}`)}</h2>
      <p class="hint">{say(`imports:hint.${kind}`)}</p>
      {Number.isFinite(limits.rows) ? (
        <p class="hint">
          {say('imports:rows-most', { rows: limits.rows })}
          <Command kind={kind} />
        </p>
      ) : null}
      <form method="post" action={IMPORTS} enctype="multipart/form-data" class="stack">
        <input type="hidden" name="kind" value={kind} />
        <label>
          {say('imports:file', { most: megabytes(limits.bytes) })}
          <input
            type="file"
            name="file"
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            required
          />
        </label>
        <label>
          {say(`imports:taken.${kind}`)}
          <input type="date" name="takenOn" />
        </label>
        <button type="submit">{say('imports:hand-in')}</button>
      </form>
    </section>
  )
}

function Uploads({ desk, uploads, called }: { readonly desk: Desk } & Pick<Shown, 'uploads' | 'called'>) {
  const say = textsIn(desk.language)
  if (uploads.length === 0) return <p role="status">{say('imports:none')}</p>
  return (
    <table class="cards">
      <thead>
        <tr>
          <th>{say('imports:file-name')}</th>
          <th>{say('imports:kind')}</th>
          <th>{say('console:case.state')}</th>
          <th>{say('console:audit.who')}</th>
          <th>{say('console:audit.at')}</th>
        </tr>
      </thead>
      <tbody>
        {uploads.map(({ id, file, kind, state, by, createdAt }) => (
          <tr>
            <td class="wide">
              <a href={`${IMPORTS}/${id}`}>{file}</a>
            </td>
            <td>{say(`imports:kind.${kind}`)}</td>
            <td>{say(`imports:state.${state}`)}</td>
            <td data-label={say('console:audit.who')}>{called(by)}</td>
            <td>{dayTime(createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
