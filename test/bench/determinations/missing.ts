import { determine } from '../../../src/policy/determine.ts'
import type { Facts, Missing } from '../../../src/policy/facts.ts'
import type { Agreement } from './agreement.ts'
import { AS_OF, situationOf } from './persons.ts'
import { answersOf, judge } from './publicodes.ts'

const NAMES: Readonly<Record<string, Missing>> = {
  registered: 'household.registered',
  rural: 'household.rural',
  villagePoor: 'household.village.poor',
  villagePopulation: 'household.village.population',
  age: 'person.birthDate',
  stage: 'person.stage',
  finalYear: 'person.finalYear',
  schoolPlace: 'person.schoolPlace',
  completed: 'person.completed',
  occupation: 'person.occupation',
}

/** How often publicodes names the very facts that ours names as missing, over the outcomes that are unknown. */
export function missingAgreement(persons: readonly Facts[]): Agreement {
  let same = 0
  let all = 0
  for (const facts of persons) {
    const nodes = new Map(judge(answersOf(situationOf(facts))))
    for (const { programme, outcome, missing } of determine(facts, AS_OF)) {
      if (outcome !== 'unknown') continue
      all += 1
      const theirs = Object.keys(nodes.get(programme)?.missingVariables ?? {}).map((name) =>
        missingName(name, facts),
      )
      if (String([...new Set(theirs)].toSorted()) === String(missing.toSorted())) same += 1
    }
  }
  return { same, all, example: null }
}

function missingName(variable: string, facts: Facts): Missing {
  const county = facts['household.county'] ?? null
  if (county !== null && variable === 'inPlan') return 'office.plan-county'
  if (county !== null && variable === 'inOldRevolutionaryArea') return 'office.old-revolutionary-county'
  return NAMES[variable] ?? 'household.county'
}
