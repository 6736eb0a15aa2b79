/**
 * A text's units for matching: Tibetan syllables as stems (case endings off, question endings made one), hanzi one by one,
 * Latin words, numbers. Cutting what it returns again gives the same.
 */
export function syllables(text: string): string[] {
  const found: string[] = []
  for (const [unit] of text.toLowerCase().matchAll(UNIT)) {
    if (!TIBETAN.test(unit)) {
      found.push(unit)
      continue
    }
    for (const part of splitEnding(unit, found.at(-1)))
      if (!CASE_PARTICLES.has(part) || (part === 'ལ' && ASKED.has(found.at(-1) ?? ''))) found.push(part)
  }
  return found
}

const UNIT = /[\u0f40-\u0f87\u0f8d-\u0fbc]+|\p{Script=Han}|[a-z']+|\d+/gu
const TIBETAN = /[\u0f40-\u0fbc]/
// Genitive, agentive, dative: what a word's place in the sentence adds, not its meaning.
const CASE_PARTICLES = new Set([
  'གི',
  'ཀྱི',
  'གྱི',
  'ཡི',
  'འི',
  'ཀི',
  'གིས',
  'ཀྱིས',
  'གྱིས',
  'ཡིས',
  'ཀིས',
  'ལ',
  'ཏུ',
  'རུ',
  'ར',
])
const QUESTION = 'འམ'
// ཅི་ལ is "why", not "to what".
const ASKED = new Set(['ཅི', 'ཆི', 'གང', 'ག'])
const COLLOQUIAL_QUESTION = new Set(['པས', 'བས', 'གས', 'སས'])
const ASKABLE = new Set('ཡོད་རེད་ཡིན་འདུག་ཆོག་ཐོབ་མེད་མིན་སོང་དགོས་ཐུབ་འགྲིག་བྱུང་སླེབས་འབྱོར་ཟེར་ཡོང'.split('་'))
const ENDING = /^(.+?)(འིས?|འོ|འང|འམ)$/u
// Genitive typed without its འ: མོི for མོའི.
const VOWEL_AND_I = /(?<=[ེོུ])ི$/u
// Open stems that are met with fused ར or ས; any other ར or ས belongs to its word.
const OPEN = new Set(
  'ང་ཁོ་མོ་པོ་བོ་ཚོ་བུ་གྲྭ་ཕྲུ་གུ་འདི་དེ་སུ་ཁྱོ་ནུ་ཐོ་སྡེ་གཅེ་མ་པ་བ་ཕ་གཞི་ཡུ་ལྟེ་ཞུ་བློ་རྒྱུ་དགུ་ལྔ་བཞི་རྩེ་འགྲོ་ཉེ་རེ་རྗེ'.split('་'),
)
// Words of their own that look like a stem of OPEN and an ending.
const WHOLE = new Set(
  'བར་མས་མར་པར་བས་ཐོས་བོར་བོས་པོར་ཞུས་ཉེར་རེས་སུས་གུར་ཚོས་ཚོར་ནུས་ཞུར་བུར་བུས་རྗེས་ཐོར་འདིར་ལྟེར་གུས'.split('་'),
)
const AFTER_STEM = new Set('ཨ་སློབ་བྱིས་དབུལ་ཞིང་འབྲོག་སྨན་ང་ཁྱིམ་དགེ་སྦྱོང་རྒན་འགྲོ་ཡོད་བ་བྱེད་ཐོབ་མི་ཁོ་ཕྲུ'.split('་'))
const QUESTION_AFTER: Readonly<Record<string, string>> = {
  གམ: 'ག',
  ངམ: 'ང',
  དམ: 'ད',
  ནམ: 'ན',
  བམ: 'བ',
  མམ: 'མ',
  རམ: 'ར',
  ལམ: 'ལ',
  སམ: 'ས',
}

function splitEnding(syllable: string, before: string | undefined): string[] {
  const asked = QUESTION_AFTER[syllable]
  if (asked !== undefined && before?.endsWith(asked) === true) return [QUESTION]
  if (COLLOQUIAL_QUESTION.has(syllable) && ASKABLE.has(before ?? '')) return [QUESTION]
  const ending = ENDING.exec(syllable)
  if (ending !== null) return [...splitEnding(ending[1] ?? '', before), ...keptEnding(ending[2])]
  const stem = syllable.replace(VOWEL_AND_I, '')
  return [withoutFused(stem, before)]
}

function keptEnding(ending: string | undefined): string[] {
  if (ending === 'འམ') return [QUESTION]
  return ending === 'འང' ? ['ཡང'] : []
}

function withoutFused(syllable: string, before: string | undefined): string {
  const stem = syllable.slice(0, -1)
  if (!/[རས]$/u.test(syllable) || !OPEN.has(stem)) return syllable
  return WHOLE.has(syllable) && !AFTER_STEM.has(before ?? '') ? syllable : stem
}
