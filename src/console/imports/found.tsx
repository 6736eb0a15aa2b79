import { grouped } from '../../i18n/figures.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { HouseholdChange } from '../../register/importing/report.ts'
import type { Upload } from '../../uploads/read.ts'
import type { Found } from '../../uploads/upload.ts'
import type { Desk } from '../desk.ts'
import { IMPORTS } from './list-page.tsx'
import { factName, factWord } from '../fact-words.ts'
import { textOr } from './words.ts'

type Shown = { readonly desk: Desk; readonly upload: Upload; readonly found: Found }

/** What a file would change, or changed: counts, the first of each, and what is wrong with it. */
export function FoundSection({ desk, upload, found }: Shown) {
  const say = textsIn(desk.language)
  const { counts, gone } = found
  if (counts === null) return null
  const warned = Object.values(found.warnings).reduce((sum, count) => sum + count, 0)
  const isDone = upload.state === 'applied' || upload.state === 'undone'
  return (
    <>
      <section>
        <h2>{say(isDone ? 'imports:done' : 'imports:would')}</h2>
        <dl class="counts">
          {(['read', 'added', 'changed', 'unchanged'] as const).map((name) => (
            <div>
              <dt>{say(`imports:count.${name}`)}</dt>
              <dd>{grouped(counts[name])}</dd>
            </div>
          ))}
          <div class={counts.rejected > 0 ? 'late' : ''}>
            <dt>{say('imports:count.rejected')}</dt>
            <dd>{grouped(counts.rejected)}</dd>
          </div>
          <div>
            <dt>{say('imports:count.warned')}</dt>
            <dd>{grouped(warned)}</dd>
          </div>
          {upload.kind === 'register' ? (
            <div>
              <dt>{say('imports:count.gone')}</dt>
              <dd>
                {say('imports:gone', {
                  households: grouped(gone.households),
                  persons: grouped(gone.persons),
                })}
              </dd>
            </div>
          ) : null}
        </dl>
      </section>
      <Reasons desk={desk} upload={upload} kind="rejected" reasons={found.rejections} />
      <Reasons desk={desk} upload={upload} kind="warned" reasons={found.warnings} />
      <Changes desk={desk} title={say('imports:sample.changed')} changes={found.changed} />
      <Changes desk={desk} title={say('imports:sample.added')} changes={found.added} />
      <Gone desk={desk} found={found} />
    </>
  )
}

type OfKind = {
  readonly desk: Desk
  readonly upload: Upload
  readonly kind: 'rejected' | 'warned'
  readonly reasons: Readonly<Record<string, number>>
}

function Reasons({ desk, upload, kind, reasons }: OfKind) {
  const say = textsIn(desk.language)
  const found = Object.entries(reasons).toSorted(([, one], [, other]) => other - one)
  if (found.length === 0) return null
  return (
    <section>
      <h2>{say(`imports:${kind}`)}</h2>
      <table class="figures">
        <tbody>
          {found.map(([reason, count]) => (
            <tr>
              <th scope="row">{textOr(desk.language, `imports:reason.${reason}`, 'imports:reason.other')}</th>
              <td class="number">{grouped(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="downloads">
        <a href={`${IMPORTS}/${upload.id}/${kind}`}>{say('imports:look')}</a>
        <a href={`${IMPORTS}/${upload.id}/${kind}.csv`}>{say(`imports:take.${kind}`)}</a>
      </p>
    </section>
  )
}

function Changes({
  desk,
  title,
  changes,
}: {
  readonly desk: Desk
  readonly title: string
  readonly changes: readonly HouseholdChange[]
}) {
  const say = textsIn(desk.language)
  if (changes.length === 0) return null
  return (
    <details class="rest">
      <summary>{title}</summary>
      <table class="cards">
        <tbody>
          {changes.map(({ line, kind, persons, standing }) => (
            <tr>
              <td>{say('imports:line', { line })}</td>
              <td>
                {persons.map(({ name, isNew, fields }) => (
                  <div>
                    {name}
                    {isNew && kind === 'changed' ? ` · ${say('imports:person-new')}` : ''}
                    {fields.map(({ field, before, after }) => (
                      <span class="step">
                        {' '}
                        {factName(desk.language, field)} {factWord(desk.language, field, before)} →{' '}
                        {factWord(desk.language, field, after)}
                      </span>
                    ))}
                  </div>
                ))}
                {standing === null ? null : (
                  <div>
                    {say('console:household.standing')} <time>{standing.from}</time>{' '}
                    {say(`console:standing.${standing.standing}`)}
                  </div>
                )}
                {persons.length === 0 && standing === null ? say('imports:household-facts') : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Gone({ desk, found }: { readonly desk: Desk; readonly found: Found }) {
  const say = textsIn(desk.language)
  const households = found.missed.filter(({ kind }) => kind === 'household')
  if (households.length === 0) return null
  return (
    <details class="rest">
      <summary>{say('imports:sample.gone')}</summary>
      <p class="hint">{say('imports:gone-hint')}</p>
      <ul>
        {households.map(({ id, line }) => (
          <li>
            <a href={`/console/households/${id}`}>{say('imports:line-then', { line })}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
