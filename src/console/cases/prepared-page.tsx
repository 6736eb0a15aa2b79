import type { StaffOutcome } from '../../cases/outcomes.ts'
import { PREPARED, type Prepared, preparedText } from '../../cases/prepared.ts'
import type { CaseSummary } from '../../cases/summary.ts'
import { type Language, textsIn } from '../../i18n/texts.ts'
import { PROGRAMME_IDS } from '../../policy/programmes/index.ts'
import type { Person } from '../../register/household.ts'
import type { DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { Select } from '../views/select.tsx'
import { nameOfPrepared } from './draft.ts'

/** The texts prepared for a case, to choose one of, with the child and the programme that it is to name. */
export function preparedPage(
  c: DeskContext,
  found: CaseSummary,
  persons: readonly Person[],
): Promise<Response> {
  const { language } = c.get('desk')
  const say = textsIn(language)
  const groups = Map.groupBy(PREPARED[found.kind], ({ outcome }) => outcome)
  return framed(c, {
    here: 'cases',
    title: `${say('console:case.prepared')} ${found.reference}`,
    children: (
      <>
        <p class="hint">{say('console:case.prepared-hint')}</p>
        <form method="get" action={`/console/cases/${found.id}#answering`} class="stack">
          <div class="grid">
            <Select
              name="child"
              label={say('console:case.prepared-child')}
              value=""
              choices={[UNSAID, ...persons.map(({ id, name }) => ({ value: id, label: name }))]}
            />
            <Select
              name="programme"
              label={say('console:case.prepared-programme')}
              value=""
              choices={[
                UNSAID,
                ...PROGRAMME_IDS.map((id) => ({ value: id, label: say(`policy:programme.${id}.name`) })),
              ]}
            />
          </div>
          {[...groups].map(([outcome, texts]) => (
            <Group language={language} outcome={outcome} texts={texts} county={found.county} />
          ))}
          <div class="row">
            <button type="submit">{say('console:case.prepared-take')}</button>
            <a href={`/console/cases/${found.id}`}>
              {say('console:case.back', { reference: found.reference })}
            </a>
          </div>
        </form>
      </>
    ),
  })
}

const UNSAID = { value: '', label: '–' }

type OfOutcome = {
  readonly language: Language
  readonly outcome: StaffOutcome | null
  readonly texts: readonly Prepared[]
  readonly county: string | null
}

function Group({ language, outcome, texts, county }: OfOutcome) {
  const say = textsIn(language)
  return (
    <fieldset>
      <legend>
        {outcome === null ? say('console:case.answer') : say(`conversation:case.outcome.${outcome}`)}
      </legend>
      {texts.map((one) => (
        <label class="choice">
          <input type="radio" name="text" value={nameOfPrepared(one)} required />
          <span>{blanks(language, preparedText(language, one.text, { ...NOTHING, county }))}</span>
        </label>
      ))}
    </fieldset>
  )
}

const NOTHING = { child: null, programme: null }

// What is to be chosen or written, as a reader's word for it.
function blanks(language: Language, text: string): string {
  const say = textsIn(language)
  return text
    .replaceAll('{{child}}', `[${say('console:placeholder.child')}]`)
    .replaceAll('{{programme}}', `[${say('console:placeholder.programme')}]`)
    .replaceAll('{{county}}', `[${say('console:placeholder.county')}]`)
}
