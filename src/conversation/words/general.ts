import type { Day } from '../../policy/facts.ts'
import type { FigureId } from '../../policy/parameters/figures.ts'
import { figureOn, isProgrammeInForce, type PolicyBook } from '../../policy/parameters/parameters.ts'
import {
  type PlanFact,
  planFactsOn,
  type ProgrammeId,
  PROGRAMMES,
  TOPICS,
} from '../../policy/programmes/index.ts'
import type { Topic } from '../../understanding/types.ts'
import { endedTexts } from './ended.ts'
import { type Line, type Param, say, type Text } from './reply.ts'

/**
 * What the plan says of a topic in general. Where something of it has ended, that comes first, and then what is left, each
 * by itself: the words for the whole topic would promise what is no more.
 */
export function generalLine(topic: Topic, today: Day, book: PolicyBook): Line {
  const ended = endedTexts(TOPICS[topic], { today, book })
  if (ended.length === 0) return [generalText(topic, today, book)]
  const left = TOPICS[topic].filter((programme) => isProgrammeInForce(programme, today, book))
  return [...ended, ...left.map((programme) => say(`policy:programme.${programme}.summary`))]
}

function generalText(topic: Topic, today: Day, book: PolicyBook): Text {
  const figures = Object.entries(GENERAL_FIGURES[topic] ?? {})
  return say(`policy:topic.${topic}.general`, {
    ...Object.fromEntries(figures.map(([name, figure]) => [name, figureOn(figure, today, book).value])),
    ...CLAUSES[topic],
  })
}

/** What else the plan says under a topic: nothing to determine, told when asked. */
export function planFactLines(topic: Topic, today: Day): readonly Line[] {
  return planFactsOn(topic, today).map(factLine)
}

const GENERAL_CLAUSES: Readonly<Record<Topic, Readonly<Record<string, readonly ProgrammeId[]>>>> = {
  kindergarten: { clause: ['preschool-fee-waiver'], village: ['village-kindergarten'] },
  compulsory: { clause: ['compulsory-nearby-school'] },
  'secondary-vocational': {
    clause: ['secondary-vocational-grant'],
    admission: ['secondary-vocational-direct-admission'],
  },
  'higher-vocational': {
    clause: ['higher-vocational-fee-waiver'],
    admission: ['higher-vocational-separate-test'],
  },
  loan: { clause: ['origin-student-loan'] },
  'special-plan': { clause: ['special-plan-national'] },
  medical: { clause: ['free-medical-student'] },
  training: { clause: ['leaver-vocational-education'] },
  teacher: { clause: ['rural-teacher-career', 'rural-teacher-subsidy'] },
}

// The clause that each programme stands under in its topic's general words. Object.fromEntries forgets its keys: they are topics.
const CLAUSES = Object.fromEntries(
  Object.entries(GENERAL_CLAUSES).map(([topic, named]) => [topic, clausesOf(named)]),
) as Readonly<Record<Topic, Readonly<Record<string, string>>>>

function clausesOf(named: Readonly<Record<string, readonly ProgrammeId[]>>): Record<string, string> {
  const clauses: Record<string, string> = {}
  for (const [name, ids] of Object.entries(named))
    clauses[name] = ids
      .map((id) => PROGRAMMES.find((one) => one.id === id)?.citations.at(-1) ?? '')
      .join('、')
  return clauses
}

const GENERAL_FIGURES: Readonly<Partial<Record<Topic, Readonly<Record<string, FigureId>>>>> = {
  kindergarten: { amount: 'preschool-fee-yuan', people: 'large-village-population' },
  compulsory: { broadbandBy: 'compulsory-broadband-year', standardBy: 'compulsory-standard-year' },
  'secondary-vocational': { amount: 'secondary-vocational-grant-yuan' },
  loan: { amount: 'student-loan-yuan' },
  training: { age: 'labour-age-from' },
}

function factLine({ id, value, citation }: PlanFact): Line {
  const params: Record<string, Param> = { clause: citation }
  for (const [name, figure] of Object.entries(value))
    params[name] = /share/i.test(name) ? Math.round(figure * 100) : figure
  return [say(`policy:fact.${id}`, params)]
}
