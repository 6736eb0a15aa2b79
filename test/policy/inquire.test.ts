import { describe, expect, it } from 'vitest'
import { determineOne } from '../../src/policy/determine.ts'
import {
  COMPLETED,
  FACT_NAMES,
  type FactName,
  type Facts,
  OCCUPATIONS,
  SCHOOL_PLACES,
  STAGES,
} from '../../src/policy/facts.ts'
import { inquire } from '../../src/policy/inquire.ts'
import { PROGRAMME_IDS, type ProgrammeId, TOPICS } from '../../src/policy/programmes/index.ts'
import { fc } from '../property.ts'
import { anyFacts } from './arbitrary-facts.ts'

const DAY = '2017-09-01'

/** An answer of each sort that a rule tells apart. */
const ANSWERS: Readonly<Record<FactName, readonly unknown[]>> = {
  'household.registered': [true, false],
  'household.county': ['621223', '623027', '621022', '610102', '620902', '620823', '620881'],
  'household.rural': [true, false],
  'household.village.poor': [true, false],
  'household.village.population': [999, 1000],
  'person.birthDate': ['2016-01-01', '2013-01-01', '2008-01-01', '1990-01-01'],
  'person.stage': STAGES,
  'person.finalYear': [true, false],
  'person.schoolPlace': SCHOOL_PLACES,
  'person.completed': COMPLETED,
  'person.occupation': OCCUPATIONS,
}

const anyProgramme = fc.constantFrom(...PROGRAMME_IDS)
const anySkip = fc.subarray([...FACT_NAMES], { maxLength: 3 })

function isUnknown(facts: Facts, name: FactName): boolean {
  return (facts[name] ?? null) === null
}

/** Whether some answers to the other questions leave two answers to this one with different outcomes. */
function canMatter(id: ProgrammeId, facts: Facts, fact: FactName, others: readonly FactName[]): boolean {
  const [other, ...rest] = others
  if (other !== undefined)
    return ANSWERS[other].some((value) => canMatter(id, { ...facts, [other]: value }, fact, rest))
  return (
    new Set(ANSWERS[fact].map((value) => determineOne(id, { ...facts, [fact]: value }, DAY).outcome)).size > 1
  )
}

function questionsTo(facts: Facts, programmes: readonly ProgrammeId[]): FactName[] {
  const known: Facts[] = [{}]
  const asked: FactName[] = []
  for (;;) {
    const fact = inquire(known.at(-1) ?? {}, DAY, { programmes })
    if (fact === null) return asked
    asked.push(fact)
    known.push({ ...known.at(-1), [fact]: facts[fact] })
  }
}

const CHILD: Facts = {
  'household.registered': true,
  'household.county': '623027',
  'household.rural': true,
  'household.village.poor': false,
  'household.village.population': 400,
  'person.birthDate': '2013-03-01',
  'person.stage': 'preschool',
  'person.finalYear': false,
  'person.schoolPlace': 'home-county',
  'person.completed': 'none',
  'person.occupation': 'other',
}

describe('inquire', () => {
  it('asks where somebody studies before anything else, when all is open', () => {
    expect(inquire({}, DAY, { programmes: PROGRAMME_IDS })).toBe('person.stage')
  })

  it('asks a stranger no more than it takes', () => {
    expect(questionsTo(CHILD, TOPICS.kindergarten)).toEqual([
      'person.stage',
      'person.schoolPlace',
      'household.registered',
      'household.county',
      'household.rural',
    ])
    expect(questionsTo({ ...CHILD, 'person.stage': 'postgraduate' }, TOPICS.loan)).toEqual(['person.stage'])
    expect(questionsTo({ ...CHILD, 'person.stage': 'senior' }, TOPICS['special-plan'])).toEqual([
      'person.stage',
      'person.finalYear',
    ])
  })

  it('asks nothing where all is settled, or where only the office can say more', () => {
    expect(inquire({ 'person.occupation': 'other' }, DAY, { programmes: TOPICS.teacher })).toBeNull()
    const teacher: Facts = { 'person.occupation': 'rural-teacher', 'household.county': '620902' }
    expect(inquire(teacher, DAY, { programmes: TOPICS.teacher })).toBeNull()
    expect(inquire({}, '2015-08-31', { programmes: PROGRAMME_IDS })).toBeNull()
  })

  it('does not ask what cannot matter once a person does not know something else', () => {
    const small: Facts = {
      'person.stage': 'preschool',
      'household.village.poor': false,
      'household.village.population': 10,
    }
    const programmes = ['village-kindergarten'] as const
    expect(inquire({ ...small, 'household.county': '623027' }, DAY, { programmes, skip: [] })).toBe(
      'household.rural',
    )
    expect(inquire(small, DAY, { programmes, skip: ['household.county'] })).toBe('household.rural')
    const unclear: Facts = { ...small, 'household.village.poor': null }
    const skip: FactName[] = ['household.county', 'household.village.poor']
    expect(inquire(unclear, DAY, { programmes, skip })).toBeNull()
  })

  it('asks exactly while some answer can still matter, and then a question whose answer can', () => {
    fc.assert(
      fc.property(anyProgramme, anyFacts, anySkip, (id, facts, skip) => {
        const fact = inquire(facts, DAY, { programmes: [id], skip })
        const atoms = determineOne(id, facts, DAY)
        const open = atoms.missing.filter((name): name is FactName => !name.startsWith('office.'))
        const askable = open.filter((name) => !skip.includes(name))
        const useful = askable.filter((name) =>
          canMatter(
            id,
            facts,
            name,
            askable.filter((other) => other !== name),
          ),
        )
        if (fact === null) expect(useful).toEqual([])
        else expect(useful).toContain(fact)
      }),
      { numRuns: 1_000, seed: 20150901 },
    )
  })

  it('comes to an end with everything settled that a person can settle', () => {
    fc.assert(
      fc.property(fc.subarray([...PROGRAMME_IDS], { minLength: 1 }), anyFacts, (programmes, facts) => {
        const answers: Facts = {
          ...CHILD,
          ...Object.fromEntries(
            FACT_NAMES.filter((name) => !isUnknown(facts, name)).map((name) => [name, facts[name]]),
          ),
        }
        const asked = questionsTo(answers, programmes)
        expect(new Set(asked).size).toBe(asked.length)
        const said: Facts = Object.fromEntries(asked.map((name) => [name, answers[name]]))
        for (const id of programmes) {
          const open = determineOne(id, said, DAY).missing
          expect(open.filter((name) => !name.startsWith('office.'))).toEqual([])
        }
      }),
      { numRuns: 500, seed: 20150901 },
    )
  })
})
