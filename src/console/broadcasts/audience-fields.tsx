import { LEDGER_FILTERS } from '../../audiences/ledger-filter.ts'
import { CHANNELS } from '../../conversation/turn.ts'
import { LANGUAGES, textsIn } from '../../i18n/texts.ts'
import { OUTCOMES } from '../../policy/determination.ts'
import { STAGES } from '../../policy/facts.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'
import { areaChoices } from '../area-name.ts'
import type { Desk } from '../desk.ts'
import { Select } from '../views/select.tsx'
import type { PlanForm } from './plan-form.ts'

/** Whom a broadcast is for. */
export function AudienceFields({ desk, form }: { readonly desk: Desk; readonly form: PlanForm }) {
  const say = textsIn(desk.language)
  const any = { value: '', label: say('console:audience.any') }
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
            any,
            ...PROGRAMME_IDS.map((id) => ({ value: id, label: say(`policy:programme.${id}.name`) })),
          ]}
        />
        <Select
          name="ledger"
          label={say('console:audience.ledger')}
          value={form.ledger}
          choices={[
            any,
            ...LEDGER_FILTERS.map((filter) => ({
              value: filter,
              label: say(`console:ledger-filter.${filter}`),
            })),
          ]}
        />
      </div>
      <details class="more" open={isNarrowed(form)}>
        <summary>{say('console:audience.more')}</summary>
        <div class="grid">
          <Select
            name="outcome"
            label={say('console:audience.outcome')}
            value={form.outcome}
            choices={[
              { value: '', label: say('console:outcome.eligible') },
              ...OUTCOMES.filter((outcome) => outcome !== 'eligible').map((outcome) => ({
                value: outcome,
                label: say(`console:outcome.${outcome}`),
              })),
            ]}
          />
          <Select
            name="stage"
            label={say('console:condition.stage')}
            value={form.stage}
            choices={[any, ...STAGES.map((stage) => ({ value: stage, label: say(`policy:stage.${stage}`) }))]}
          />
          <Select
            name="finalYear"
            label={say('console:condition.final-year')}
            value={form.finalYear}
            choices={[
              any,
              { value: 'true', label: say('console:truth.true') },
              { value: 'false', label: say('console:truth.false') },
            ]}
          />
          <Select
            name="language"
            label={say('console:audience.language')}
            value={form.language}
            choices={[
              any,
              ...LANGUAGES.map((one) => ({ value: one, label: textsIn(one)('console:language.name') })),
            ]}
          />
          <Select
            name="channel"
            label={say('console:audience.channel')}
            value={form.channel}
            choices={[any, ...CHANNELS.map((one) => ({ value: one, label: say(`console:channel.${one}`) }))]}
          />
          <Select
            name="per"
            label={say('console:audience.per')}
            value={form.per}
            choices={[
              { value: 'household', label: say('console:audience.per.household') },
              { value: 'person', label: say('console:audience.per.person') },
            ]}
          />
          <Select
            name="fresh"
            label={say('console:audience.fresh')}
            value={form.fresh}
            choices={[
              { value: '', label: say('console:truth.false') },
              { value: 'true', label: say('console:truth.true') },
            ]}
          />
        </div>
      </details>
    </fieldset>
  )
}

// What was chosen there is not folded away.
function isNarrowed({ outcome, stage, finalYear, language, channel, per, fresh }: PlanForm): boolean {
  return [outcome, stage, finalYear, language, channel, fresh].some((one) => one !== '') || per === 'person'
}
