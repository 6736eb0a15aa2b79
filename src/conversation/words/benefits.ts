import type { Determination } from '../../policy/determine.ts'
import type { Benefit } from '../../policy/programme.ts'
import { type Kind, PROGRAMME_IDS, type ProgrammeId } from '../../policy/programmes/index.ts'
import type { Topic } from '../../understanding/types.ts'
import { type Line, say, type Text } from './reply.ts'
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
