import { bookInForce } from '../../book/in-force.ts'
import { determineOne } from '../../policy/determine.ts'
import type { Day, Facts, Standing } from '../../policy/facts.ts'
import { countsAsPoor, type PolicyBook } from '../../policy/parameters/parameters.ts'
import { schoolYearOf } from '../../policy/school-year.ts'
import type { Store } from '../../storage/store.ts'
import type { LedgerWarning } from './reasons.ts'
import type { Step } from './row.ts'

/** Tells of payments which the register and the rules of their day do not bear out. What is not known raises no doubt. */
export async function doubtPayments(
  store: Store,
  steps: readonly Step[],
  warn: (step: Step, reason: LedgerWarning) => void,
): Promise<void> {
  const paid = steps.filter(({ step }) => step === 'paid')
  if (paid.length === 0) return
  const ids = [...new Set(paid.map(({ person }) => person))]
  const rows = await store.rows<PayeeRow>(PAYEES, [JSON.stringify(ids)])
  const payees = new Map(rows.map((row) => [row.id, row]))
  const book = await bookInForce(store)
  for (const step of paid) {
    const payee = payees.get(step.person)
    const doubt = payee === undefined ? null : doubtOf(payee, step, book)
    if (doubt !== null) warn(step, doubt)
  }
}

type PayeeRow = {
  readonly id: string
  readonly birth_date: string | null
  readonly stage: Exclude<Facts['person.stage'], undefined>
  readonly final_year: number | null
  readonly school_place: Exclude<Facts['person.schoolPlace'], undefined>
  readonly completed: Exclude<Facts['person.completed'], undefined>
  readonly occupation: Exclude<Facts['person.occupation'], undefined>
  readonly taken_on: string
  readonly county: string
  readonly rural: number | null
  readonly poor: number | null
  readonly population: number | null
  /** A JSON array, in no order. */
  readonly standings: string
}

function doubtOf(
  payee: PayeeRow,
  { programme, schoolYear, day }: Step,
  book: PolicyBook,
): LedgerWarning | null {
  const standing = standingOn(payee, day)
  const isPoor = standing !== null && countsAsPoor(standing, day, book)
  const facts = factsOn(payee, { isPoor, schoolYear })
  if (determineOne(programme, facts, day, book).outcome !== 'ineligible') return null
  return standing === 'lifted' ? 'paid-though-lifted' : 'paid-though-ineligible'
}

function standingOn({ standings }: PayeeRow, day: Day): Standing | null {
  const dated = (JSON.parse(standings) as readonly (readonly [Day, Standing])[]).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )
  return dated.findLast(([from]) => from <= day)?.[1] ?? null
}

// School facts of another year than the one paid for say nothing of it.
function factsOn(
  row: PayeeRow,
  { isPoor, schoolYear }: { readonly isPoor: boolean; readonly schoolYear: number },
): Facts {
  const isOfThatYear = schoolYearOf(row.taken_on) === schoolYear
  return {
    'household.registered': isPoor,
    'household.county': row.county,
    'household.rural': truth(row.rural),
    'household.village.poor': truth(row.poor),
    'household.village.population': row.population,
    'person.birthDate': row.birth_date,
    'person.stage': isOfThatYear ? row.stage : null,
    'person.finalYear': isOfThatYear ? truth(row.final_year) : null,
    'person.schoolPlace': isOfThatYear ? row.school_place : null,
    'person.completed': isOfThatYear ? row.completed : null,
    'person.occupation': row.occupation,
  }
}

function truth(value: number | null): boolean | null {
  return value === null ? null : value === 1
}

const PAYEES = `select p.id, p.birth_date, p.stage, p.final_year, p.school_place, p.completed, p.occupation, p.taken_on,
    h.county, h.rural, v.poor, v.population,
    (select json_group_array(json_array(s.from_day, s.standing)) from standings s where s.household_id = h.id) as standings
  from persons p join households h on h.id = p.household_id left join villages v on v.key = h.village_key
  where p.id in (select value from json_each(?1))`
