import { writeFileSync } from 'node:fs'
import names from '../anonymity/names.json' with { type: 'json' }
import { PLACE_ENDS } from '../anonymity/places.ts'
import { normalise } from '../script.ts'
import type { Example } from './examples.ts'

const FIRST = new Set(names.surnames + names.wordySurnames)
const LAST = new Set(PLACE_ENDS.map((end) => end.charAt(0)))

/**
 * Writes the pairs of hanzi that stand in at least two of the sentences and could be a name's beginning, or a place's end:
 * 马上 is no Mr. Ma, 农村 no village's name.
 */
export function writeCommonPairs(examples: readonly Example[], target: URL): void {
  const counts = new Map<string, number>()
  for (const { text } of examples) {
    const pairs = normalise(text).matchAll(/(?=(\p{Script=Han}{2}))/gu)
    for (const pair of new Set([...pairs].map(([, pair = '']) => pair)))
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const common = [...counts].filter(([pair, count]) => count > 1 && matters(pair)).map(([pair]) => pair)
  writeFileSync(target, `${JSON.stringify(common.sort(), null, 2)}\n`)
}

// Twice the same sign, or one behind 小 or 阿, may be a child's name.
function matters(pair: string): boolean {
  const [one = '', other = ''] = pair
  return FIRST.has(one) || LAST.has(other) || one === other || one === '小' || one === '阿'
}
