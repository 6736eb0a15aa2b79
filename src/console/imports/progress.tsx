import { textsIn } from '../../i18n/texts.ts'
import type { Upload } from '../../uploads/read.ts'
import type { Desk } from '../desk.ts'

/** How far a file has come: a bar, rows a second, the time left. The page comes again by itself. */
export function ProgressSection({
  desk,
  upload,
  now,
}: {
  readonly desk: Desk
  readonly upload: Upload
  readonly now: Date
}) {
  const say = textsIn(desk.language)
  const { done, total } = upload
  const pace = paceOf(upload, now)
  return (
    <section aria-live="polite">
      <progress
        {...(total === null ? {} : { value: done, max: total })}
        aria-label={say('console:broadcast.progress')}
      />
      <p>
        {/* Each row is gone through twice: judged, then written. */}
        {total === null
          ? say('imports:rows', { count: done })
          : say('imports:rows-of', { count: Math.round(done / 2), of: Math.round(total / 2) })}
        {pace === null ? '' : ` ${say('imports:pace', { count: pace.rows })}`}
        {pace?.secondsLeft == null ? '' : ` ${say('imports:left', { count: pace.secondsLeft })}`}
      </p>
      <p class="hint">{say('imports:may-leave')}</p>
    </section>
  )
}

/** Rows a second and seconds left, once there is something to tell them by. */
function paceOf(
  { done, total, startedAt }: Pick<Upload, 'done' | 'total' | 'startedAt'>,
  now: Date,
): { readonly rows: number; readonly secondsLeft: number | null } | null {
  if (startedAt === null || done === 0) return null
  const seconds = (now.getTime() - Date.parse(startedAt)) / 1000
  if (seconds < 1) return null
  const rate = done / seconds
  return {
    rows: Math.round(total === null ? rate : rate / 2),
    secondsLeft: total === null ? null : Math.ceil((total - done) / rate),
  }
}
