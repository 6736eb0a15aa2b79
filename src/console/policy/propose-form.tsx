import { textsIn } from '../../i18n/texts.ts'
import type { BookOn } from '../../policy/parameters/book-on.ts'
import { COUNTY_CATEGORIES } from '../../policy/logic/logic.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'
import { COUNTIES } from '../../regions/county.ts'
import { countyName } from '../area-name.ts'
import type { Desk } from '../desk.ts'
import { STANDINGS } from './draft-form.ts'
import { forceText, listedText } from './words.tsx'

type Shown = {
  readonly desk: Desk
  readonly book: BookOn
  readonly fields: Readonly<Record<string, string>>
}

/** The form for a decision: only what changes is filled in. */
export function ProposeForm({ desk, book, fields }: Shown) {
  const say = textsIn(desk.language)
  const field = (name: string) => fields[name] ?? ''
  return (
    <section>
      <details open={Object.keys(fields).length > 0}>
        <summary>{say('console:policy.propose')}</summary>
        <form method="post" action="/console/policy" class="stack">
          <p class="hint">{say('console:policy.propose.hint')}</p>
          <label>
            {say('console:policy.name')}
            <input name="name" value={field('name')} maxlength={100} required />
          </label>
          <label>
            {say('console:policy.from')}
            <input type="date" name="from" value={field('from')} required />
          </label>
          <label>
            {say('console:policy.decision')}
            <input name="citation" value={field('citation')} maxlength={40} required />
          </label>
          <label>
            {say('console:policy.source')}
            <textarea name="source" rows={3} maxlength={2000} required>
              {field('source')}
            </textarea>
          </label>
          <Standings desk={desk} fields={fields} />
          <County desk={desk} fields={fields} />
          <ProgrammeForce desk={desk} fields={fields} />
          <Figures desk={desk} book={book} fields={fields} />
          <button type="submit">{say('console:policy.propose')}</button>
        </form>
      </details>
    </section>
  )
}

function Figures({ desk, book, fields }: Shown) {
  const say = textsIn(desk.language)
  return (
    <fieldset>
      <legend>{say('console:policy.figures')}</legend>
      {book.figures.map(({ id, unit, value }) => (
        <label>
          {say(`console:figure.${id}`)}
          {unit === 'share' ? ` ${say('console:policy.share-hint')}` : ''}
          <input
            type="number"
            step="any"
            min="0"
            name={`figure.${id}`}
            value={fields[`figure.${id}`] ?? ''}
            placeholder={String(value)}
          />
        </label>
      ))}
    </fieldset>
  )
}

type Part = Pick<Shown, 'desk' | 'fields'>

function Standings({ desk, fields }: Part) {
  const say = textsIn(desk.language)
  return (
    <label>
      {say('console:policy.standings')}
      <select name="standings">
        <option value="">{say('console:policy.unchanged')}</option>
        {Object.entries(STANDINGS).map(([value, standings]) => (
          <option value={value} selected={fields['standings'] === value}>
            {standings.map((one) => say(`console:standing.${one}`)).join(' · ')}
          </option>
        ))}
      </select>
    </label>
  )
}

function ProgrammeForce({ desk, fields }: Part) {
  const say = textsIn(desk.language)
  return (
    <fieldset>
      <legend>{say('console:policy.programme')}</legend>
      <label>
        {say('console:policy.programme.which')}
        <select name="programme">
          <option value="">{say('console:policy.unchanged')}</option>
          {PROGRAMME_IDS.map((id) => (
            <option value={id} selected={fields['programme'] === id}>
              {say(`policy:programme.${id}.name`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('console:policy.programme.verb')}
        <select name="inForce">
          {[false, true].map((inForce) => (
            <option value={String(inForce)} selected={fields['inForce'] === String(inForce)}>
              {forceText(desk.language, inForce)}
            </option>
          ))}
        </select>
      </label>
      <p class="hint">{say('console:policy.programme.hint')}</p>
    </fieldset>
  )
}

function County({ desk, fields }: Part) {
  const say = textsIn(desk.language)
  return (
    <fieldset>
      <legend>{say('console:policy.counties')}</legend>
      <label>
        {say('console:policy.effect.where')}
        <select name="county">
          <option value="">{say('console:policy.unchanged')}</option>
          {COUNTIES.map(({ code }) => (
            <option value={code} selected={fields['county'] === code}>
              {countyName(code, desk.language)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('console:policy.list')}
        <select name="list">
          {COUNTY_CATEGORIES.map((category) => (
            <option value={category} selected={fields['list'] === category}>
              {say(`console:policy.list.${category}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('console:policy.new-value')}
        <select name="listed">
          {([true, false, null] as const).map((listed) => (
            <option value={String(listed)} selected={fields['listed'] === String(listed)}>
              {listedText(desk.language, listed)}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}
