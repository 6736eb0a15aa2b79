import type { Determination } from '../../policy/determine.ts'
import type { Day } from '../../policy/facts.ts'
import type { FigureId } from '../../policy/parameters/figures.ts'
import { figureOn, type PolicyBook } from '../../policy/parameters/parameters.ts'
import type { Benefit } from '../../policy/programme.ts'
import {
  type Kind,
  type PlanFact,
  planFactsOn,
  PROGRAMME_IDS,
  type ProgrammeId,
  PROGRAMMES,
} from '../../policy/programmes/index.ts'
import type { Topic } from '../../understanding/types.ts'
import { type Line, type Param, say, type Text } from './reply.ts'
import type { RouteProgramme } from '../routes/table.ts'

/** A programme's name. */
export function nameOf(programme: ProgrammeId): Text {
  return NAMES[programme]
}

/** A topic's name. */
export function topicName(topic: Topic): Text {
  return say(`policy:topic.${topic}.name`)
}

/** What a programme gives, with its figures and its clause, as one sentence; its name alone while a figure of it is unknown. */
export function benefitText(determination: Determination): Text {
  const known = BENEFITS.get(determination)
  if (known !== undefined) return known
  const text = benefitTextOf(determination)
  BENEFITS.set(determination, text)
  return text
}

// A determination is frozen, and shared by all whom it fits.
const BENEFITS = new WeakMap<Determination, Text>()

function benefitTextOf({ programme, benefit, citations }: Determination): Text {
  if (benefit === null || benefit.dueYear === null) return nameOf(programme)
  const { classStaff, shareAtLeast, shares: _, ...rest } = benefit
  const figures = Object.entries(rest).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  return say(`policy:programme.${programme}.benefit`, {
    ...Object.fromEntries(figures),
    ...classStaff,
    ...(shareAtLeast === undefined ? {} : { share: Math.round(shareAtLeast * 100) }),
    clause: citations.join('、'),
  })
}

/** What a way of going on at school costs, and what decides it, as one sentence or two. */
export function routeText(programme: RouteProgramme, { benefit }: Determination): Text {
  return say(`policy:route.${programme}`, benefit === null ? {} : figuresOf(benefit))
}

/** The plain figures of a benefit, by name. */
export function figuresOf(benefit: Benefit): Readonly<Record<string, number>> {
  const figures = Object.entries(benefit).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  return Object.fromEntries(figures)
}

/** What the plan says of a topic in general. */
export function generalText(topic: Topic, today: Day, book: PolicyBook): Text {
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

/** One text as it is, several as a numbered list. */
export function numbered(texts: readonly Text[]): readonly Line[] {
  if (texts.length === 1) return [texts]
  return texts.map((text, index) => [say('conversation:item', { number: index + 1, text })])
}

/** Determinations by weight: first what spares or brings money, last what the plan promises to villages. */
export function byWeight(determinations: readonly Determination[]): readonly Determination[] {
  return determinations.toSorted((one, other) => WEIGHTS.indexOf(one.kind) - WEIGHTS.indexOf(other.kind))
}

/** Whether it spares or brings money. */
export function isMoney({ kind }: Determination): boolean {
  return kind === 'waiver' || kind === 'grant' || kind === 'loan'
}

// Object.fromEntries forgets its keys: they are `PROGRAMME_IDS`.
const NAMES = Object.fromEntries(
  PROGRAMME_IDS.map((id) => [id, say(`policy:programme.${id}.name`)]),
) as Readonly<Record<ProgrammeId, Text>>

const WEIGHTS: readonly Kind[] = [
  'waiver',
  'grant',
  'loan',
  'service',
  'admission',
  'training',
  'priority',
  'commitment',
]

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
