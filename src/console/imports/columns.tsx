import { textsIn } from '../../i18n/texts.ts'
import { columnNameOf, columnsOf } from '../../uploads/mapping.ts'
import type { Upload } from '../../uploads/read.ts'
import type { Found } from '../../uploads/upload.ts'
import type { Desk } from '../desk.ts'
import { IMPORTS } from './list-page.tsx'

type Shown = { readonly desk: Desk; readonly upload: Upload; readonly found: Found }

/** The file's headers and what each is read as; of a file that was not applied yet they can be put right. */
export function ColumnsSection({ desk, upload, found }: Shown) {
  const say = textsIn(desk.language)
  const mayMap = upload.state === 'read'
  const nameOf = (column: string) => columnNameOf(upload.kind, column)
  const { columns, missing } = found
  if (columns.length === 0 && missing.length === 0) return null
  return (
    <section>
      <h2>{say('imports:columns')}</h2>
      {missing.length === 0 ? null : (
        <p class="warn">{say('imports:columns-missing', { columns: missing.map(nameOf).join(' · ') })}</p>
      )}
      {mayMap ? <p class="hint">{say('imports:columns-hint')}</p> : null}
      <form method="post" action={`${IMPORTS}/${upload.id}/columns`}>
        <div class="mapping">
          {columns.map(([header, column], at) =>
            header.trim() === '' ? null : mayMap ? (
              <label>
                {header}
                <input type="hidden" name={`header.${at}`} value={header} />
                <input type="hidden" name={`was.${at}`} value={column ?? ''} />
                <select name={`column.${at}`}>
                  <option value="">{say('imports:column-none')}</option>
                  {columnsOf(upload.kind).map((id) => (
                    <option value={id} selected={id === column}>
                      {nameOf(id)}
                    </option>
                  ))}
                </select>
              </label>
            ) : (
              <div>
                <small>{header}</small>
                <div>{column === null ? say('imports:column-none') : nameOf(column)}</div>
              </div>
            ),
          )}
        </div>
        {mayMap ? (
          <button type="submit" class="secondary">
            {say('imports:columns-again')}
          </button>
        ) : null}
      </form>
    </section>
  )
}
