import { syllables } from './syllables.ts'

/** Yes or no as the closing verb of a short statement says it (ང་ཚོ་འབྲོག་པ་ཡིན, མིང་ཐོར་མེད); null for a question, or none of these. */
export function readTibetanYesNo(text: string): boolean | null {
  const units = syllables(text).filter((unit) => !POLITE.has(unit))
  const verb = units.at(-1) ?? ''
  // མིན། གསུམ་ཡོད: what is said after a no does not make it a yes.
  if (isRefusal(units)) return false
  if (units.length > LIMIT || units.some((unit) => ASKING.has(unit))) return null
  if (DENYING.has(verb)) return false
  if (!STATING.has(verb) || tellsWhere(units)) return null
  return !NEGATIONS.has(units.at(-2) ?? '')
}

const LIMIT = 12
const POLITE = new Set(['ལགས', 'གོ', 'ཡ', 'ཞུ'])
const ASKING = new Set(['འམ', 'ཅི', 'གང', 'ནམ', 'སུ', 'ཨེ'])
const DENYING = new Set(['མིན', 'མེད'])
const STATING = new Set(['ཡིན', 'རེད', 'ཡོད', 'འདུག', 'འགྲིག', 'ཆོག', 'ཐུབ', 'དགོས'])
const LISTS = new Set(['ནང', 'ཐོ', 'མིང'])
const NEGATIONS = new Set(['མ', 'མི'])

// རྨ་ཆུ་ན་ཡོད tells where; ཐོའི་ནང་ན་ཡོད is a yes all the same.
function tellsWhere(units: readonly string[]): boolean {
  const [verb = '', where = '', place = ''] = units.toReversed()
  return (verb === 'ཡོད' || verb === 'འདུག') && where === 'ན' && !LISTS.has(place)
}

function isRefusal([first = '', second = '', ...more]: readonly string[]): boolean {
  if (first === 'མིན') return !ASKING.has(second)
  return first === 'མ' && (second === 'རེད' || second === 'ཡིན') && more.every((unit) => !ASKING.has(unit))
}
