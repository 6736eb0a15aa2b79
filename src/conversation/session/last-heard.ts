import { anonymous } from '../../understanding/anonymity/anonymous.ts'
import type { Understanding } from '../../understanding/types.ts'
import { formsOf } from '../persons/names.ts'
import type { LastHeard } from './session.ts'
import type { Change, Turn } from '../turn.ts'

/**
 * A message as the talk remembers it for one turn, should its sender say that it was not understood. Null where it answers
 * a question of ours, which by itself means nothing, gives a proof, tells of a case, or is in neither language.
 */
export function lastHeard({ message, session, links }: Turn, heard: Understanding): LastHeard | null {
  if ((session.asking !== null && session.asking.kind !== 'menu') || links.proven !== null) return null
  const { language, intent, topic, confidence } = heard
  if (language === null || OF_CASES.has(intent)) return null
  return { text: message.text.slice(0, LIMIT), language, intent, topic, confidence }
}

/**
 * Keeps the message before, which was not understood, for staff to read: without names, numbers and places. Null where
 * there was none, or nothing of it may be read. Only here is it made anonymous: hardly a message in a hundred comes to it.
 */
export function keepingLast({ session: { last }, households }: Turn): Change | null {
  if (last === null) return null
  const { text, ...heard } = last
  const kept = anonymous(text, households.flatMap(namesOf))
  return kept === null ? null : { kind: 'keep-misunderstanding', text: kept, heard }
}

// More than is ever understood of a message.
const LIMIT = 2000

const OF_CASES: ReadonlySet<string> = new Set(['report-missing', 'report-misuse', 'talk-to-person'])

// A place is written with and without what it is: 旧城村, 旧城.
function namesOf({ persons, township, village }: Turn['households'][number]): readonly string[] {
  const places = [township, village.name].filter((name) => name !== null)
  return [
    ...persons.flatMap(({ name }) => formsOf(name)),
    ...places.flatMap((name) => [name, name.replace(/(?<=..)(?:乡|镇|街道|村|社区)$/u, '')]),
  ]
}
