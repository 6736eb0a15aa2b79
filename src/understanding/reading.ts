import type { Compiled, StageMeaning } from './lexicon/compile.ts'
import type { Found } from './lexicon/tables.ts'
import { type Said, type Stage, STAGES, TOPICS } from './types.ts'

/** A text with all the lexicon found in it. */
export type Reading = {
  /** As written. */
  readonly units: readonly string[]
  /** With standard words for synonyms; places of what was found count in these. */
  readonly canonical: readonly string[]
  /** Names of concepts, and `topic:<name>`, `stage:<name>`; `topic` and `stage` where there is any. */
  readonly marks: ReadonlySet<string>
  readonly topics: readonly Found<string>[]
  readonly stages: readonly Found<StageMeaning>[]
  readonly said: readonly Said[]
}

/** Looks normalised text up in a lexicon. */
export function read(text: string, lexicon: Compiled): Reading {
  const units = lexicon.units(text)
  const standard = lexicon.canonical(units)
  // All filler (想问一下): then the filler is the message.
  const canonical = standard.length === 0 ? units : standard
  const { concepts, topics: named, stages: schools, said } = lexicon.words.find(canonical)
  const topics = named.filter(({ from }) => schoolOfYear(canonical, from, schools) === undefined)
  const stages = schools.map((found) => {
    const school = schoolOfYear(canonical, found.from, schools)
    return school === undefined ? found : inSchool(found, school)
  })
  const marks = new Set<string>()
  for (const { values } of concepts) for (const concept of values) marks.add(concept)
  for (const { values } of topics) for (const topic of values) marks.add('topic').add(markOf('topic', topic))
  for (const { values } of stages) {
    for (const { stage } of values) marks.add('stage').add(markOf('stage', stage))
  }
  return { units, canonical, marks, topics, stages, said: said.flatMap((found) => found.values) }
}

// 初中高三 are two schools.
const YEARS: readonly (readonly [RegExp, readonly Stage[]])[] = [
  [/^(?:.年级|ལོརིམ)/u, STAGES.filter((stage) => stage !== 'preschool')],
  [/^高[一二三]/u, ['senior', 'secondary-vocational']],
  [/^大[一二三四]/u, ['higher-vocational', 'undergraduate']],
]

/** The school named just before what is but a year of it: 研究生二年级, 职高高二. */
function schoolOfYear(
  canonical: readonly string[],
  from: number,
  schools: readonly Found<StageMeaning>[],
): StageMeaning | undefined {
  const [school] = schools.find((before) => before.from + before.length === from)?.values ?? []
  if (school === undefined) return undefined
  const year = canonical.slice(from, from + 3).join('')
  return YEARS.some(([sign, stages]) => stages.includes(school.stage) && sign.test(year)) ? school : undefined
}

function inSchool({ values, ...place }: Found<StageMeaning>, { stage }: StageMeaning): Found<StageMeaning> {
  return { ...place, values: values.map((value) => ({ ...value, stage })) }
}

function markOf(kind: 'topic' | 'stage', name: string): string {
  return MARKS[kind].get(name) ?? `${kind}:${name}`
}

const MARKS = {
  topic: new Map(TOPICS.map((name): [string, string] => [name, `topic:${name}`])),
  stage: new Map(STAGES.map((name): [string, string] => [name, `stage:${name}`])),
}
