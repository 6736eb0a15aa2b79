import type { Understanding } from '../understanding/types.ts'
import { withoutNumbers, withoutProof } from './mask.ts'
import { formsOf } from './names.ts'
import type { LastHeard } from './session.ts'
import type { Turn } from './turn.ts'

/**
 * A message as it may be kept in the talk for one turn, should its sender say that it was not understood: without names
 * and numbers. Null where it answers a question of ours, which by itself means nothing, gives a proof, or tells of a case.
 */
export function lastHeard(
  { message, households, session, links }: Turn,
  heard: Understanding,
): LastHeard | null {
  if ((session.asking !== null && session.asking.kind !== 'menu') || links.proven !== null) return null
  const { language, intent, topic, confidence } = heard
  if (OF_CASES.has(intent)) return null
  const names = households.flatMap(({ persons }) => persons.flatMap(({ name }) => formsOf(name)))
  const nameless = names
    .toSorted((one, other) => other.length - one.length)
    .reduce((text, name) => text.replaceAll(name, '***'), message.text)
  const text = withoutNumbers(withoutProof(nameless.replace(INTRODUCED, '$1***'))).slice(0, 400)
  return text.trim() === '' ? null : { text, language, intent, topic, confidence }
}

const OF_CASES: ReadonlySet<string> = new Set(['report-missing', 'report-misuse', 'talk-to-person'])

// 我叫王小明, ངའི་མིང་ལ་ཚེ་རིང་ཟེར: whoever is on no record names themselves all the same.
const INTRODUCED =
  /((?:我|他|她|娃|儿子|女儿|孩子|名字|姓名|户主)(?:名字)?(?:叫做?|是叫|[:：])\s*|མིང་(?:ལ|ནི)?་?\s*)(?:\p{Script=Han}{2,4}|(?:[\u0f40-\u0fbc]+་?){1,4}?(?=་?(?:ཟེར|ཡིན|རེད|[།\s]|$)))/gu
