import { LONGEST_TEXT } from '../../broadcasts/plan.ts'
import type { BroadcastPreview } from '../../broadcasts/estimate/preview.ts'
import { PLACEHOLDERS } from '../../broadcasts/texts/template.ts'
import type { Fault } from '../../fault.ts'
import { textsIn } from '../../i18n/texts.ts'
import { EFFECTS } from '../../policy/moves.ts'
import type { Price } from '../../settings.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { FaultLines } from '../views/faults.tsx'
import { AudienceFields } from './audience-fields.tsx'
import { Drafted } from './drafted.tsx'
import { Estimated } from './estimated.tsx'
import type { PlanForm } from './plan-form.ts'
import { Sample } from './sample.tsx'

type Shown = {
  readonly preview: BroadcastPreview | null
  readonly fault: Fault | null
  readonly price: Price | undefined
  readonly quietHours: string
  /** The id of the draft that is put in other words; none or empty: a new one. */
  readonly revises?: string
}

// Whoever had it counted finds the figures, not the form's beginning; where there are none, what is wrong stands first.
const COUNTED = '#counted'

/** A broadcast, new or a draft to revise: whom, what in both languages, when; counted before it is kept. */
export function composePage(
  c: DeskContext,
  form: PlanForm,
  { preview, fault, price, quietHours, revises = '' }: Shown,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  return framed(
    c,
    {
      here: 'broadcasts',
      title: say(revises === '' ? 'console:broadcast.new' : 'console:broadcast.revise'),
      script: '/assets/compose.client.js',
      children: (
        <>
          {fault === null ? null : <FaultList language={desk.language} fault={fault} />}
          <form
            method="post"
            action={
              revises === ''
                ? `/console/broadcasts/new${COUNTED}`
                : `/console/broadcasts/${revises}/revise${COUNTED}`
            }
            class="stack"
            data-measure="/console/broadcasts/measure"
          >
            <input type="hidden" name="once" value={form.once} />
            <input type="hidden" name="version" value={form.version} />
            <Decision desk={desk} form={form} />
            <label>
              {say('console:broadcast.name')}
              <input name="name" value={form.name} maxlength={100} required />
            </label>
            <AudienceFields desk={desk} form={form} />
            <Texts desk={desk} form={form} preview={preview} price={price} />
            <When language={desk.language} form={form} quietHours={quietHours} />
            {preview === null ? null : <Counted desk={desk} form={form} preview={preview} />}
            <Ends desk={desk} isCounted={preview !== null} isNew={revises === ''} />
          </form>
        </>
      ),
    },
    fault === null ? 200 : fault.code === 'conflict' ? 409 : 422,
  )
}

type OfEnds = { readonly desk: Desk; readonly isCounted: boolean; readonly isNew: boolean }

// What is best done next stands out: to count before, to keep after.
function Ends({ desk, isCounted, isNew }: OfEnds) {
  const say = textsIn(desk.language)
  return (
    <div class="row">
      <button type="submit" name="do" value="count" class={isCounted ? 'secondary' : ''}>
        {say('console:broadcast.count')}
      </button>
      <button type="submit" name="do" value="keep" class={isCounted ? '' : 'secondary'}>
        {say(isNew ? 'console:broadcast.keep' : 'console:broadcast.keep-revised')}
      </button>
    </div>
  )
}

const SIDES = [
  ['zh', 'zh-CN'],
  ['bo', 'bo'],
] as const

type OfTexts = Pick<Shown, 'preview' | 'price'> & { readonly desk: Desk; readonly form: PlanForm }

function Texts({ desk, form, preview, price }: OfTexts) {
  const say = textsIn(desk.language)
  return (
    <fieldset>
      <legend>{say('console:broadcast.texts')}</legend>
      <p class="hint">{say('console:placeholder.title')}</p>
      <ul class="placeholders">
        {PLACEHOLDERS.map((name) => (
          <li>
            <code>{`{{${name}}}`}</code> {say(`console:placeholder.${name}`)}
          </li>
        ))}
      </ul>
      <div class="sides">
        {SIDES.map(([field, of]) => (
          <div>
            <label>
              {say(`console:text.${field}`)}
              <textarea name={field} lang={of} rows={5} maxlength={LONGEST_TEXT}>
                {form[field]}
              </textarea>
            </label>
            <Drafted
              language={desk.language}
              form={form}
              field={field}
              price={price}
              longest={preview?.estimate.languages[of]?.longest}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}

type OfCount = { readonly desk: Desk; readonly form: PlanForm; readonly preview: BroadcastPreview }

function Counted({ desk, form, preview: { estimate, audience } }: OfCount) {
  return (
    <div id="counted" class="stack">
      <Estimated
        language={desk.language}
        estimate={estimate}
        per={form.per === 'person' ? 'person' : 'household'}
        audience={audience}
      />
      <Sample desk={desk} sample={audience.sample} />
    </div>
  )
}

type OfForm = { readonly language: DeskLanguage; readonly form: PlanForm }
type DeskLanguage = Parameters<typeof textsIn>[0]

function When({ language, form, quietHours }: OfForm & Pick<Shown, 'quietHours'>) {
  const say = textsIn(language)
  const [from = '', until = ''] = quietHours.split('-')
  return (
    <fieldset>
      <legend>{say('console:broadcast.when')}</legend>
      {from === until ? null : <p class="hint">{say('console:broadcast.quiet-hours', { from, until })}</p>}
      <div class="grid">
        <label>
          {say('console:broadcast.day')}
          <input type="date" name="day" value={form.day} />
        </label>
        <label>
          {say('console:broadcast.time')}
          <input type="time" name="time" value={form.time} />
        </label>
        <label>
          {say('console:broadcast.every')}
          <select name="every">
            <option value="">{say('console:broadcast.once')}</option>
            <option value="week" selected={form.every === 'week'}>
              {say('console:broadcast.every.week')}
            </option>
            <option value="month" selected={form.every === 'month'}>
              {say('console:broadcast.every.month')}
            </option>
          </select>
        </label>
        <label>
          {say('console:broadcast.until')}
          <input type="date" name="until" value={form.until} />
        </label>
        <label>
          {say('console:broadcast.rest')}
          <input type="number" name="restDays" min={0} max={365} value={form.restDays} />
        </label>
      </div>
    </fieldset>
  )
}

/** What stands against it, a line a field. */
export function FaultList({ language, fault }: { readonly language: DeskLanguage; readonly fault: Fault }) {
  return (
    <div class="fault" role="alert">
      <p>{textsIn(language)('console:broadcast.refused')}</p>
      <FaultLines language={language} fault={fault} />
    </div>
  )
}

// The families of a decision are told by it: it is carried along, not chosen here.
function Decision({ desk, form }: { readonly desk: Desk; readonly form: PlanForm }) {
  const effect = EFFECTS.find((one) => one === form.effect)
  if (effect === undefined) return null
  const say = textsIn(desk.language)
  return (
    <p>
      <input type="hidden" name="change" value={form.change} />
      <input type="hidden" name="effect" value={effect} />
      <a href={`/console/policy/${form.change}`}>{say('console:menu.policy')}</a> ·{' '}
      {say(`console:policy.effect.${effect}`)}
    </p>
  )
}
