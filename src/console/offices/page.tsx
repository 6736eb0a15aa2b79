import { type TextKey, isTextKey, textsIn } from '../../i18n/texts.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'
import { COUNTIES } from '../../regions/county.ts'
import type { Office } from '../../register/office.ts'
import type { OfficeForm } from '../../register/offices/enter.ts'
import { may } from '../../staff/permissions.ts'
import { countyName } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { Select } from '../views/select.tsx'

type Shown = { readonly form: OfficeForm; readonly refused: string | null }

/** What offices entered, and the form for a new entry. */
export function officesPage(c: DeskContext, entries: readonly Office[], shown: Shown): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  return framed(
    c,
    {
      here: 'offices',
      title: say('console:menu.offices'),
      children: (
        <>
          {shown.refused === null ? null : (
            <p class="fault" role="alert">
              {say(refusalKey(shown.refused))}
            </p>
          )}
          {may(desk.actor, 'offices.write') ? <NewEntry desk={desk} form={shown.form} /> : null}
          <Entries desk={desk} entries={entries} />
        </>
      ),
    },
    shown.refused === null ? 200 : 422,
  )
}

function refusalKey(reason: string): TextKey {
  const key = `console:office.refused.${reason}`
  return isTextKey(key) ? key : 'console:office.refused'
}

function Entries({ desk, entries }: { readonly desk: Desk; readonly entries: readonly Office[] }) {
  const say = textsIn(desk.language)
  if (entries.length === 0) return <p role="status">{say('console:office.none')}</p>
  return (
    <table class="cards">
      <thead>
        <tr>
          <th>{say('console:staff.area')}</th>
          <th>{say('console:ledger.programme')}</th>
          <th>{say('console:office.window')}</th>
          <th>{say('console:office.papers')}</th>
          <th>{say('console:office.place')}</th>
          <th>{say('console:office.telephone')}</th>
          <th>{say('console:office.from')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr>
            <td>{countyName(entry.county, desk.language)}</td>
            <td>{programmeName(desk, entry.programme)}</td>
            <td data-label={say('console:office.window')}>
              <time>{entry.opensOn}</time> – <time>{entry.closesOn}</time>
            </td>
            <td data-label={say('console:office.papers')}>
              {entry.papers?.['zh-CN']}
              <div lang="bo">{entry.papers?.bo}</div>
            </td>
            <td data-label={say('console:office.place')}>
              {entry.place?.['zh-CN']}
              <div lang="bo">{entry.place?.bo}</div>
            </td>
            <td>{entry.telephone}</td>
            <td data-label={say('console:office.from')}>{entry.validFrom}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function programmeName({ language }: Desk, programme: Office['programme']): string {
  const say = textsIn(language)
  return programme === null ? say('console:office.all') : say(`policy:programme.${programme}.name`)
}

function NewEntry({ desk, form }: { readonly desk: Desk; readonly form: OfficeForm }) {
  const say = textsIn(desk.language)
  const counties = COUNTIES.filter(({ code }) => code.startsWith(desk.actor.area.code))
  return (
    <details class="new" open={Object.keys(form).length > 0}>
      <summary>{say('console:office.new')}</summary>
      <form method="post" action="/console/offices" class="grid">
        <Select
          name="county"
          label={say('console:staff.area')}
          value={form.county ?? ''}
          choices={counties.map(({ code }) => ({ value: code, label: countyName(code, desk.language) }))}
        />
        <Select
          name="programme"
          label={say('console:ledger.programme')}
          value={form.programme ?? ''}
          choices={[
            { value: '', label: say('console:office.all') },
            ...PROGRAMME_IDS.map((id) => ({ value: id, label: programmeName(desk, id) })),
          ]}
        />
        <label>
          {say('console:office.opens')}
          <input type="date" name="opensOn" value={form.opensOn ?? ''} />
        </label>
        <label>
          {say('console:office.closes')}
          <input type="date" name="closesOn" value={form.closesOn ?? ''} />
        </label>
        <Words desk={desk} name="papers" value={form.papers} label="console:office.papers" />
        <Words desk={desk} name="papersBo" value={form.papersBo} label="console:office.papers-bo" />
        <Words desk={desk} name="place" value={form.place} label="console:office.place" />
        <Words desk={desk} name="placeBo" value={form.placeBo} label="console:office.place-bo" />
        <label>
          {say('console:office.telephone')}
          <input name="telephone" type="tel" value={form.telephone ?? ''} />
        </label>
        <label>
          {say('console:office.from')}
          <input type="date" name="validFrom" value={form.validFrom ?? ''} />
        </label>
        <button type="submit">{say('console:office.enter')}</button>
      </form>
    </details>
  )
}

type Field = {
  readonly desk: Desk
  readonly name: string
  readonly value: string | undefined
  readonly label: TextKey
}

function Words({ desk, name, value, label }: Field) {
  return (
    <label>
      {textsIn(desk.language)(label)}
      <textarea name={name} rows={2} maxlength={300} lang={name.endsWith('Bo') ? 'bo' : 'zh-CN'}>
        {value ?? ''}
      </textarea>
    </label>
  )
}
