import type { Facts, Occupation } from '../../policy/facts.ts'
import { type ProgrammeId, PROGRAMMES, TOPICS } from '../../policy/programmes/index.ts'
import type { Topic } from '../../understanding/types.ts'

/** The programmes of these topics that can be a matter for somebody, each once: a pupil is not asked for a trade. */
export function programmesAbout(topics: readonly Topic[], facts: Facts): readonly ProgrammeId[] {
  return [...new Set(topics.flatMap((topic) => aboutOne(topic, facts)))]
}

// Whoever has a trade is told of its own; who studies is not taken for a village doctor.
function aboutOne(topic: Topic, facts: Facts): readonly ProgrammeId[] {
  const stage = facts['person.stage'] ?? null
  const all: readonly ProgrammeId[] = TOPICS[topic]
  const own = all.filter((id) => OF_TRADES[facts['person.occupation'] ?? 'other'].includes(id))
  if (own.length > 0) return own
  const left = all.filter((id) => !isPast(id, stage))
  const ahead = left.length > 0 ? left : all
  return topic === 'medical' && stage !== null && stage !== 'not-in-school'
    ? ahead.filter((id) => !OF_TRADES['village-doctor'].includes(id))
    : ahead
}

// How to get into a college is told to nobody who is there.
function isPast(id: ProgrammeId, stage: Facts['person.stage']): boolean {
  return AT_COLLEGE.has(stage ?? '') && ADMISSIONS.has(id)
}

const AT_COLLEGE: ReadonlySet<string> = new Set(['higher-vocational', 'undergraduate', 'postgraduate'])

const ADMISSIONS: ReadonlySet<ProgrammeId> = new Set(
  PROGRAMMES.filter(({ kind }) => kind === 'admission').map(({ id }) => id),
)

const OF_TRADES: Readonly<Record<Occupation, readonly ProgrammeId[]>> = {
  'village-doctor': ['village-doctor-training'],
  'rural-teacher': ['rural-teacher-subsidy', 'rural-teacher-career'],
  'retired-teacher': ['retired-teacher-support'],
  other: [],
}
