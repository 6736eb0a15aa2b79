import { textsIn } from '../../i18n/texts.ts'
import { CORRECTABLE, CORRECTABLE_FIELDS, factText } from '../../register/corrections/correct-person.ts'
import type { Household, Person } from '../../register/household.ts'
import type { PersonField } from '../../register/person-said.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { factName, factWord } from '../fact-words.ts'
import { Select } from '../views/select.tsx'
import { BackToCase, type FromCase, type Written } from './from-case.tsx'
import { ReasonAndEnd } from './reason-and-end.tsx'
import { refusalOf } from './refusal.ts'

type Shown = {
  readonly household: Household
  readonly person: Person
  /** What was not right, by field; null before anything was sent. */
  readonly faults: readonly string[] | null
  /** What was written and not taken, which is not lost. */
  readonly written: Written
  readonly from: FromCase | null
}

/** One person's facts, to be put right. */
export function correctPage(
  c: DeskContext,
  { household, person, faults, written, from }: Shown,
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
              {say(refusalOf(faults, [['name', 'console:correct.name-wrong']]))}
            </p>
          )}
          {from === null ? null : <BackToCase desk={desk} from={from} />}
          <p class="hint">{say('console:correct.hint')}</p>
          <CorrectionForm desk={desk} household={household} person={person} written={written} from={from} />
        </>
      ),
    },
    faults === null ? 200 : 422,
  )
}

type OfForm = Omit<Shown, 'faults'> & { readonly desk: Desk }

function CorrectionForm({ desk, household, person, written, from }: OfForm) {
  const say = textsIn(desk.language)
  return (
    <form method="post" class="stack">
      <div class="grid">
        <div>
          <input type="hidden" name="was.name" value={person.name} />
          <label>
            {say('console:correct.name')}
            <input name="name" value={written['name'] ?? person.name} maxlength={80} required />
          </label>
        </div>
        {CORRECTABLE_FIELDS.map((field) => (
          <Fact desk={desk} person={person} field={field} written={written[field]} />
        ))}
      </div>
      <ReasonAndEnd desk={desk} household={household.id} why={written['why']} from={from} />
    </form>
  )
}

type OfFact = {
  readonly desk: Desk
  readonly person: Person
  readonly field: PersonField
  readonly written: string | undefined
}

function Fact({ desk, person, field, written }: OfFact) {
  const say = textsIn(desk.language)
  const was = factText(person, field)
  const value = written ?? was
  const choices = CORRECTABLE[field]
  return (
    <div>
      <input type="hidden" name={`was.${field}`} value={was} />
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
