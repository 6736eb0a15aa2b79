import { LEDGER_FILTERS } from '../../audiences/ledger-filter.ts'
import { textsIn } from '../../i18n/texts.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'
import { areaChoices } from '../area-name.ts'
import type { Desk } from '../desk.ts'
import { Select } from '../views/select.tsx'
import type { PlanForm } from './plan-form.ts'
import { RarerFields } from './rarer-fields.tsx'

/** Whom a broadcast is for. */
export function AudienceFields({ desk, form }: { readonly desk: Desk; readonly form: PlanForm }) {
  const say = textsIn(desk.language)
  const whichever = { value: '', label: say('console:audience.any') }
  return (
    <fieldset>
      <legend>{say('console:audience.title')}</legend>
      <div class="grid">
        <Select
          name="county"
          label={say('console:staff.area')}
          value={form.county}
          choices={areaChoices(desk)}
        />
        <label>
          {say('console:staff.township')}
          <input name="township" value={form.township} readonly={desk.actor.area.township !== null} />
        </label>
        <Select
          name="programme"
          label={say('console:ledger.programme')}
          value={form.programme}
          choices={[
            whichever,
            ...PROGRAMME_IDS.map((id) => ({ value: id, label: say(`policy:programme.${id}.name`) })),
          ]}
        />
        <Select
          name="ledger"
          label={say('console:audience.ledger')}
          value={form.ledger}
          choices={[
            whichever,
            ...LEDGER_FILTERS.map((filter) => ({
              value: filter,
              label: say(`console:ledger-filter.${filter}`),
            })),
          ]}
        />
      </div>
      <RarerFields desk={desk} form={form} />
    </fieldset>
  )
}
