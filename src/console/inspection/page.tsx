import type { Fault } from '../../fault.ts'
import { textsIn } from '../../i18n/texts.ts'
import { EACH } from '../../inspection/sample-plan.ts'
import { SMALLEST_GROUP } from '../../inspection/suppress.ts'
import { OUTCOMES } from '../../policy/determination.ts'
import { areaChoices } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { FaultLines } from '../views/faults.tsx'
import { Select } from '../views/select.tsx'

type Shown = {
  readonly desk: Desk
  readonly today: string
  /** As it was last filled in. */
  readonly said: Readonly<Record<string, string>>
}

/** What an inspector draws and takes along: a sample of determinations, and counts for an evaluation from outside. */
export function inspectionPage(
  c: DeskContext,
  today: string,
  said: Shown['said'] = {},
  fault: Fault | null = null,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const shown = { desk, today, said }
  return framed(
    c,
    {
      here: 'inspection',
      title: say('inspection:title'),
      children: (
        <>
          {fault === null ? null : (
            <div class="fault" role="alert">
              <p>{say('inspection:refused')}</p>
              <FaultLines language={desk.language} fault={fault} />
            </div>
          )}
          <SampleForm {...shown} />
          <EvaluationForm {...shown} />
        </>
      ),
    },
    fault === null ? 200 : 422,
  )
}

function SampleForm({ desk, today, said }: Shown) {
  const say = textsIn(desk.language)
  return (
    <section>
      <h2>{say('inspection:sample-title')}</h2>
      <p>{say('inspection:sample-lead')}</p>
      <form method="post" action="/console/inspection/sample" class="stack narrow">
        <AreaField desk={desk} today={today} said={said} />
        <label>
          {say('inspection:seed')}
          <input name="seed" required maxlength={200} value={said['seed'] ?? ''} autocomplete="off" />
        </label>
        <label>
          {say('inspection:day')}
          <input type="date" name="day" value={said['day'] ?? today} />
        </label>
        <fieldset class="row">
          <legend>{say('inspection:each')}</legend>
          {OUTCOMES.map((outcome) => (
            <label>
              {say(`console:outcome.${outcome}`)}
              <input type="number" name={outcome} min="0" max="100" value={said[outcome] ?? EACH[outcome]} />
            </label>
          ))}
        </fieldset>
        <p class="hint">{say('inspection:sample-holds')}</p>
        <button type="submit">{say('inspection:draw')}</button>
      </form>
    </section>
  )
}

function EvaluationForm(shown: Shown) {
  const say = textsIn(shown.desk.language)
  return (
    <section>
      <h2>{say('inspection:evaluation-title')}</h2>
      <p>{say('inspection:evaluation-lead', { count: SMALLEST_GROUP })}</p>
      <form method="post" action="/console/inspection/evaluation" class="stack narrow">
        <AreaField {...shown} />
        <button type="submit" class="secondary">
          {say('inspection:evaluation-draw')}
        </button>
      </form>
    </section>
  )
}

// Whoever works in one county has nothing to choose.
function AreaField({ desk, said }: Shown) {
  const { code, township } = desk.actor.area
  if (code.length === 6)
    return (
      <>
        <input type="hidden" name="area" value={code} />
        <input type="hidden" name="township" value={township ?? ''} />
      </>
    )
  return (
    <Select
      name="area"
      label={textsIn(desk.language)('console:staff.area')}
      value={said['area'] ?? code}
      choices={areaChoices(desk)}
    />
  )
}
