import { anonymous } from '../../understanding/anonymity/anonymous.ts'
import type { Understanding } from '../../understanding/types.ts'
import { formsOf } from '../persons/names.ts'
import type { LastHeard } from './session.ts'
import type { Turn } from '../turn.ts'

/**
 * A message as it may be kept in the talk for one turn, should its sender say that it was not understood: without names,
 * numbers and places. Null where it answers a question of ours, which by itself means nothing, gives a proof, tells of a
 * case, or is in neither language.
 */
export function lastHeard(
  { message, households, session, links }: Turn,
  heard: Understanding,
): LastHeard | null {
  if ((session.asking !== null && session.asking.kind !== 'menu') || links.proven !== null) return null
  const { language, intent, topic, confidence } = heard
  if (language === null || OF_CASES.has(intent)) return null
  const text = anonymous(message.text, households.flatMap(namesOf))
  return text === null ? null : { text, language, intent, topic, confidence }
}

const OF_CASES: ReadonlySet<string> = new Set(['report-missing', 'report-misuse', 'talk-to-person'])

// A place is written with and without what it is: 旧城村, 旧城.
function namesOf({ persons, township, village }: Turn['households'][number]): readonly string[] {
  const places = [township, village.name].filter((name) => name !== null)
  return [
    ...persons.flatMap(({ name }) => formsOf(name)),
    ...places.flatMap((name) => [name, name.replace(/(?<=..)(?:乡|镇|街道|村|社区)$/u, '')]),
  ]
}
