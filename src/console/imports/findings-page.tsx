import { textsIn } from '../../i18n/texts.ts'
import type { Upload } from '../../uploads/read.ts'
import type { Finding, FindingKind } from '../../uploads/upload.ts'
import type { DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { Pages, seenIn } from '../views/pages.tsx'
import { IMPORTS } from './list-page.tsx'
import { textOr } from './words.ts'

type Shown = {
  readonly upload: Upload
  readonly kind: FindingKind
  readonly findings: readonly Finding[]
  readonly at: number
  /** How many there are in all. */
  readonly total: number
}

/** Rejected rows or warnings, some hundreds a page, in the file's order. */
export function findingsPage(
  c: DeskContext,
  { upload, kind, findings, at, total }: Shown,
): Promise<Response> {
  const desk = c.get('desk')
  const { language } = desk
  const say = textsIn(language)
  const here = `${IMPORTS}/${upload.id}/${kind}`
  return framed(c, {
    here: 'imports',
    title: say(`imports:${kind}`),
    children: (
      <>
        <p class="downloads">
          <a href={`${IMPORTS}/${upload.id}`}>{upload.file}</a>
          <a href={`${IMPORTS}/${upload.id}/${kind}.csv`}>{say(`imports:take.${kind}`)}</a>
        </p>
        {findings.length === 0 ? <p role="status">{say('imports:no-more')}</p> : null}
        <table class="cards">
          <thead>
            <tr>
              <th>{say('imports:line-head')}</th>
              <th>{say('imports:column')}</th>
              <th>{say('imports:why')}</th>
              {kind === 'rejected' ? <th>{say('imports:value')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {findings.map(({ line, column, reason, value }) => (
              <tr>
                <td>{say('imports:line', { line })}</td>
                <td>{column}</td>
                <td>{textOr(language, `imports:reason.${reason}`, 'imports:reason.other')}</td>
                {kind === 'rejected' ? <td class="wide">{value}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
        <Pages
          desk={desk}
          seen={seenIn(c)}
          rows={findings.length}
          total={total}
          first={here}
          next={seenIn(c) + findings.length >= total ? null : `${here}?at=${at + 1}`}
        />
      </>
    ),
  })
}
