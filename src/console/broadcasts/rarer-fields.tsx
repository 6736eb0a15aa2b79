import { CHANNELS } from '../../conversation/turn.ts'
import { LANGUAGES, textsIn } from '../../i18n/texts.ts'
import { OUTCOMES } from '../../policy/determination.ts'
import { STAGES } from '../../policy/facts.ts'
import type { Desk } from '../desk.ts'
import { Select } from '../views/select.tsx'
import type { PlanForm } from './plan-form.ts'

type OfForm = { readonly desk: Desk; readonly form: PlanForm }

/** Conditions of an audience that are seldom chosen, folded away until one is. */
export function RarerFields({ desk, form }: OfForm) {
  return (
    <details class="more" open={isNarrowed(form)}>
      <summary>{textsIn(desk.language)('console:audience.more')}</summary>
      <div class="grid">
        <OfThePerson desk={desk} form={form} />
        <OfTheMessage desk={desk} form={form} />
      </div>
    </details>
  )
}

function OfThePerson({ desk, form }: OfForm) {
  const say = textsIn(desk.language)
  const whichever = { value: '', label: say('console:audience.any') }
  return (
    <>
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
        choices={[
          whichever,
          ...STAGES.map((stage) => ({ value: stage, label: say(`policy:stage.${stage}`) })),
        ]}
      />
      <Select
        name="finalYear"
        label={say('console:condition.final-year')}
        value={form.finalYear}
        choices={[
          whichever,
          { value: 'true', label: say('console:truth.true') },
          { value: 'false', label: say('console:truth.false') },
        ]}
      />
    </>
  )
}

function OfTheMessage({ desk, form }: OfForm) {
  const say = textsIn(desk.language)
  const whichever = { value: '', label: say('console:audience.any') }
  return (
    <>
      <Select
        name="language"
        label={say('console:audience.language')}
        value={form.language}
        choices={[
          whichever,
          ...LANGUAGES.map((one) => ({ value: one, label: textsIn(one)('console:language.name') })),
        ]}
      />
      <Select
        name="channel"
        label={say('console:audience.channel')}
        value={form.channel}
        choices={[
          whichever,
          ...CHANNELS.map((one) => ({ value: one, label: say(`console:channel.${one}`) })),
        ]}
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
    </>
  )
}

// What was chosen there is not folded away.
function isNarrowed({ outcome, stage, finalYear, language, channel, per, fresh }: PlanForm): boolean {
  return [outcome, stage, finalYear, language, channel, fresh].some((one) => one !== '') || per === 'person'
}
