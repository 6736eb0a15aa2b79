import type { Day, FactName, Facts, Missing } from '../../../src/policy/facts.ts'
import type { ProgrammeId } from '../../../src/policy/programmes/index.ts'
import {
  FIFTY_EIGHT,
  OLD_REVOLUTIONARY,
  OLD_REVOLUTIONARY_UNSETTLED,
  SIGHTED_OF_SEVENTEEN,
  TIBETAN_AREA,
  UNSETTLED,
} from './counties.ts'

/**
 * A second reading of the plan, for tests alone: plain booleans over people of whom everything is known, and
 * what is unknown tried out value by value. It shares nothing with the program but the names of the facts.
 */
type Everything = {
  registered: boolean
  plan: boolean
  tibetan: boolean
  old: boolean
  rural: boolean
  poor: boolean
  population: number
  age: number
  stage: string
  finalYear: boolean
  place: string
  completed: string
  occupation: string
}

type Field = keyof Everything
type Choice = {
  readonly name: Missing
  readonly fields: readonly Field[]
  readonly values: readonly Partial<Everything>[]
}
type Qualifies = (p: Everything) => boolean

const SENIOR_LEAVER = (p: Everything) => p.stage === 'senior' && p.finalYear

const QUALIFIES: Record<ProgrammeId, Qualifies> = {
  'preschool-fee-waiver': (p) =>
    p.registered && p.plan && p.stage === 'preschool' && p.place === 'home-county',
  'village-kindergarten': (p) =>
    p.plan &&
    (p.stage === 'preschool' || (p.age >= 3 && p.age <= 6)) &&
    (p.poor || p.population >= 1000 || ((p.old || p.tibetan) && p.rural)),
  'compulsory-nearby-school': (p) => p.plan && (p.stage === 'primary' || p.stage === 'junior'),
  'secondary-vocational-tuition-waiver': (p) => p.registered && p.stage === 'secondary-vocational',
  'secondary-vocational-grant': (p) => p.registered && p.stage === 'secondary-vocational',
  'tibetan-area-nine-plus-three': (p) =>
    p.tibetan &&
    ((p.stage === 'junior' && p.finalYear) ||
      p.stage === 'secondary-vocational' ||
      (p.stage === 'not-in-school' && p.completed === 'junior')),
  'higher-vocational-fee-waiver': (p) =>
    p.registered && p.plan && p.stage === 'higher-vocational' && p.place !== 'out-of-province',
  'origin-student-loan': (p) =>
    p.registered && (p.stage === 'higher-vocational' || p.stage === 'undergraduate'),
  'work-study': (p) => p.registered && (p.stage === 'higher-vocational' || p.stage === 'undergraduate'),
  'special-plan-national': (p) => p.plan && SENIOR_LEAVER(p),
  'special-plan-provincial': (p) => p.plan && SENIOR_LEAVER(p),
  'special-plan-old-revolutionary': (p) => p.old && SENIOR_LEAVER(p),
  'special-plan-rural': (p) => p.rural && SENIOR_LEAVER(p),
  'higher-vocational-separate-test': (p) =>
    p.plan && p.finalYear && (p.stage === 'senior' || p.stage === 'secondary-vocational'),
  'secondary-vocational-direct-admission': (p) => p.stage === 'secondary-vocational' && p.finalYear,
  'rural-doctor-places': (p) => p.plan && SENIOR_LEAVER(p),
  'free-medical-student': SENIOR_LEAVER,
  'village-doctor-training': (p) => p.plan && p.occupation === 'village-doctor',
  'leaver-vocational-education': (p) =>
    p.registered && p.stage === 'not-in-school' && (p.completed === 'junior' || p.completed === 'senior'),
  'labour-skills-training': (p) => p.stage === 'not-in-school' && p.age >= 16,
  'rural-teacher-subsidy': (p) => p.plan && p.occupation === 'rural-teacher',
  'rural-teacher-career': (p) => p.plan && p.occupation === 'rural-teacher',
  'retired-teacher-support': (p) => p.occupation === 'retired-teacher',
}

export type Reading = {
  readonly outcome: 'eligible' | 'ineligible' | 'unknown'
  readonly missing: readonly Missing[]
}

/** Each programme's outcome, and what is missing, by trying every value of everything unknown that it reads. */
export function readIndependently(facts: Facts, asOf: Day): ReadonlyMap<string, Reading> {
  const choices = choicesFor(facts, asOf)
  const readings = Object.entries(QUALIFIES).map(([id, qualifies]): [string, Reading] => [
    id,
    asOf < '2015-09-01' ? { outcome: 'ineligible', missing: [] } : readOne(qualifies, choices),
  ])
  return new Map(readings)
}

function readOne(qualifies: Qualifies, all: readonly Choice[]): Reading {
  const reads = fieldsRead(qualifies)
  const choices = all.filter((choice) => choice.fields.some((field) => reads.has(field)))
  const open = choices.filter((choice) => choice.values.length > 1)
  // One person, rewritten for each combination: copies would be slow.
  const person = { ...NOBODY }
  for (const choice of choices) Object.assign(person, choice.values[0])
  const results = new Set<boolean>()
  forEveryCombination(open, person, () => results.add(qualifies(person)))
  if (results.size === 1) return { outcome: results.has(true) ? 'eligible' : 'ineligible', missing: [] }
  const missing = open.filter((choice) => {
    let matters = false
    const others = open.filter((other) => other !== choice)
    forEveryCombination(others, person, () => {
      if (matters) return
      const answers = new Set<boolean>()
      forEveryCombination([choice], person, () => answers.add(qualifies(person)))
      matters = answers.size > 1
    })
    return matters
  })
  return { outcome: 'unknown', missing: missing.map((choice) => choice.name) }
}

function forEveryCombination(open: readonly Choice[], person: Everything, visit: () => void, at = 0): void {
  const choice = open[at]
  if (choice === undefined) {
    visit()
    return
  }
  for (const value of choice.values) {
    Object.assign(person, value)
    forEveryCombination(open, person, visit, at + 1)
  }
}

const READ = new Map<Qualifies, ReadonlySet<Field>>()

// Which fields a reading looks at, found by watching it look at many people; nothing is looked at only beyond an age.
function fieldsRead(qualifies: Qualifies): ReadonlySet<Field> {
  const known = READ.get(qualifies)
  if (known !== undefined) return known
  const fields = new Set<Field>()
  const person = { ...NOBODY }
  const get = (target: Everything, field: Field) => {
    fields.add(field)
    return target[field]
  }
  const watched = new Proxy(person, { get })
  const choices = choicesFor({}, '2017-09-01').filter(({ name }) => name !== 'person.birthDate')
  forEveryCombination(choices, person, () => qualifies(watched))
  READ.set(qualifies, fields)
  return fields
}

const NOBODY: Everything = {
  registered: false,
  plan: false,
  tibetan: false,
  old: false,
  rural: false,
  poor: false,
  population: 0,
  age: 0,
  stage: '',
  finalYear: false,
  place: '',
  completed: '',
  occupation: '',
}

const STAGES =
  'preschool primary junior senior secondary-vocational higher-vocational undergraduate postgraduate not-in-school'

function choicesFor(facts: Facts, asOf: Day): Choice[] {
  return [
    choice(facts, 'household.registered', 'registered', [true, false]),
    ...countyChoices(facts['household.county'] ?? null),
    choice(facts, 'household.rural', 'rural', [true, false]),
    choice(facts, 'household.village.poor', 'poor', [true, false]),
    choice(facts, 'household.village.population', 'population', [999, 1000]),
    ageChoice(facts['person.birthDate'] ?? null, asOf),
    choice(facts, 'person.stage', 'stage', STAGES.split(' ')),
    choice(facts, 'person.finalYear', 'finalYear', [true, false]),
    choice(facts, 'person.schoolPlace', 'place', ['home-county', 'in-province', 'out-of-province']),
    choice(facts, 'person.completed', 'completed', [
      'none',
      'primary',
      'junior',
      'senior',
      'secondary-vocational',
      'higher',
    ]),
    choice(facts, 'person.occupation', 'occupation', [
      'village-doctor',
      'rural-teacher',
      'retired-teacher',
      'other',
    ]),
  ]
}

function choice(facts: Facts, name: FactName, field: Field, values: readonly unknown[]): Choice {
  const known = facts[name] ?? null
  const possible = known === null ? values : [known]
  return { name, fields: [field], values: possible.map((value) => ({ [field]: value })) }
}

function ageChoice(birthDate: Day | null, asOf: Day): Choice {
  const ages = birthDate === null ? [2, 3, 6, 7, 15, 16] : [yearsBetween(birthDate, asOf)]
  return { name: 'person.birthDate', fields: ['age'], values: ages.map((age) => ({ age })) }
}

// Counted birthday by birthday; one of 29 February falls on 1 March in a common year, as JavaScript's calendar has it.
function yearsBetween(birthDate: Day, asOf: Day): number {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number)
  let age = -1
  while (Date.UTC(year + age + 1, month - 1, day) <= Date.parse(asOf)) age++
  return age
}

function countyChoices(code: string | null): Choice[] {
  if (code === null)
    return [{ name: 'household.county', fields: ['plan', 'tibetan', 'old'], values: ANY_COUNTY }]
  const unlisted =
    code.startsWith('62') && ![...FIFTY_EIGHT, ...SIGHTED_OF_SEVENTEEN, ...UNSETTLED].includes(code)
  const planOpen = unlisted || UNSETTLED.includes(code)
  const oldOpen = unlisted || OLD_REVOLUTIONARY_UNSETTLED.includes(code)
  const plan = FIFTY_EIGHT.includes(code) || SIGHTED_OF_SEVENTEEN.includes(code)
  const old = OLD_REVOLUTIONARY.includes(code)
  return [
    { name: 'household.county', fields: ['tibetan'], values: [{ tibetan: TIBETAN_AREA.includes(code) }] },
    {
      name: 'office.plan-county',
      fields: ['plan'],
      values: planOpen ? [{ plan: true }, { plan: false }] : [{ plan }],
    },
    {
      name: 'office.old-revolutionary-county',
      fields: ['old'],
      values: oldOpen ? [{ old: true }, { old: false }] : [{ old }],
    },
  ]
}

const ANY_COUNTY: readonly Partial<Everything>[] = [
  { plan: true, tibetan: false, old: false },
  { plan: true, tibetan: true, old: false },
  { plan: true, tibetan: false, old: true },
  { plan: false, tibetan: false, old: true },
  { plan: false, tibetan: false, old: false },
]
