import { textsIn } from '../../i18n/texts.ts'
import { CORRECTABLE, CORRECTABLE_FIELDS, factText } from '../../register/corrections/correct-person.ts'
import type { Household, Person } from '../../register/household.ts'
import type { PersonField } from '../../register/person-said.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { factName, factWord } from '../fact-words.ts'
import { Select } from '../views/select.tsx'
import { BackToCase, type FromCase, reasonOf, withCase } from './from-case.tsx'

type Shown = {
  readonly household: Household
  readonly person: Person
  /** What was not right, by field; null before anything was sent. */
  readonly faults: readonly string[] | null
  readonly why: string
  readonly from: FromCase | null
}

/** One person's facts, to be put right. */
export function correctPage(
  c: DeskContext,
  { household, person, faults, why, from }: Shown,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  return framed(
    c,
    {
      here: 'households',
      title: say('console:correct.title', { name: person.name }),
      children: (
        <>
          {faults === null ? null : (
            <p class="fault" role="alert">
              {say(faultOf(faults))}
            </p>
          )}
          {from === null ? null : <BackToCase desk={desk} from={from} />}
          <p class="hint">{say('console:correct.hint')}</p>
          <form method="post" class="stack">
            <div class="grid">
              <div>
                <input type="hidden" name="was.name" value={person.name} />
                <label>
                  {say('console:correct.name')}
                  <input name="name" value={person.name} maxlength={80} required />
                </label>
              </div>
              {CORRECTABLE_FIELDS.map((field) => (
                <Fact desk={desk} person={person} field={field} />
              ))}
            </div>
            <label>
              {say('console:correct.why')}
              <textarea name="why" rows={2} maxlength={200} required>
                {why === '' && from !== null ? reasonOf(desk, from) : why}
              </textarea>
            </label>
            <div class="row">
              <button type="submit">{say('console:correct.keep')}</button>
              <a href={withCase(`/console/households/${household.id}`, from)}>
                {say('console:correct.leave')}
              </a>
            </div>
          </form>
        </>
      ),
    },
    faults === null ? 200 : 422,
  )
}

function faultOf(faults: readonly string[]) {
  if (faults.includes('why')) return 'console:correct.why-missing'
  return faults.includes('name') ? 'console:correct.name-wrong' : 'console:correct.refused'
}

function Fact({
  desk,
  person,
  field,
}: {
  readonly desk: Desk
  readonly person: Person
  readonly field: PersonField
}) {
  const say = textsIn(desk.language)
  const value = factText(person, field)
  const choices = CORRECTABLE[field]
  return (
    <div>
      <input type="hidden" name={`was.${field}`} value={value} />
      {choices === null ? (
        <label>
          {factName(desk.language, field)}
          <input type="date" name={field} value={value} />
        </label>
      ) : (
        <Select
          name={field}
          label={factName(desk.language, field)}
          value={value}
          choices={[
            { value: '', label: say('console:truth.unknown') },
            ...choices.map((choice) => ({ value: choice, label: factWord(desk.language, field, choice) })),
          ]}
        />
      )}
    </div>
  )
}
