import { repaired } from './repair.ts'

/**
 * A text's units for matching: Tibetan syllables as stems (slips mended, case endings off, question endings made one),
 * hanzi one by one, Latin words, numbers. Cutting what it returns again gives the same.
 */
export function syllables(text: string): string[] {
  const found: string[] = []
  for (const unit of text.toLowerCase().match(UNIT) ?? []) {
    if (!TIBETAN.test(unit)) {
      found.push(unit)
      continue
    }
    for (const syllable of repaired(unit))
      for (const stem of stemmed(syllable, found.at(-1) ?? '')) found.push(stem)
  }
  return found
}

const UNIT = /[\u0f40-\u0f87\u0f8d-\u0fbc]+|\p{Script=Han}|[a-z']+|\d+/gu
const TIBETAN = /[\u0f40-\u0fbc]/
// Genitive, agentive, dative: what a word's place in the sentence adds, not its meaning.
const CASE_PARTICLES = setOf('གི ཀྱི གྱི ཡི འི ཀི གིས ཀྱིས གྱིས ཡིས ཀིས ལ ཏུ རུ ར')
// Words that end as if in a particle: ཅི་ལ is "why", not "to what"; ཤ་ཡི a child, not "of meat".
const WHOLE_WORDS = setOf('ཅི་ལ ཆི་ལ གང་ལ ག་ལ ག་རུ ཤ་ཡི ཞ་ཡི')
// Question endings agree with the letter before them: ཡིན་ནམ, ཡོད་དམ; the spoken ones follow a verb: ཡོད་པས.
const QUESTION = 'འམ'
const AGREEING = setOf('གམ ངམ དམ ནམ བམ མམ རམ ལམ སམ')
const SPOKEN = setOf('པས བས གས སས')
const ASKABLE = setOf('ཡོད རེད ཡིན འདུག ཆོག ཐོབ མེད མིན སོང དགོས ཐུབ འགྲིག བྱུང སླེབས འབྱོར ཟེར ཡོང')
const FUSED = /^(.+?)(འིས?|འོ|འང|འམ)$/u
// Genitive typed without its འ: མོི for མོའི.
const VOWEL_AND_I = /(?<=[ེོུ])ི$/u
// Open stems that are met with fused ར or ས; any other ར or ས belongs to its word.
const OPEN = setOf(`ང ཁོ མོ པོ བོ ཚོ བུ གྲྭ གྲ ཕྲུ གུ འདི དེ སུ ཁྱོ ནུ ཐོ སྡེ གཅེ མ པ བ ཕ གཞི ཡུ ལྟེ ཞུ བློ རྒྱུ དགུ ལྔ བཞི རྩེ འགྲོ ཉེ རེ རྗེ`)
// Words of their own that look like an open stem and an ending, except after what such a stem follows.
const WHOLE = setOf(`བར མས མར པར བས ཐོས བོར བོས པོར ཞུས ཉེར རེས སུས གུར ཚོས ཚོར ནུས ཞུར བུར བུས རྗེས ཐོར འདིར ལྟེར གུས གྲས`)
const BEFORE_STEM = setOf(
  'ཨ སློབ བྱིས དབུལ ཞིང འབྲོག སྨན ང ཁྱིམ དགེ སྦྱོང རྒན འགྲོ ཡོད བ བྱེད ཐོབ མི ཁོ ཕྲུ དང གཉིས གསུམ བཞི ལྔ དྲུག བདུན བརྒྱད དགུ བཅུ ཆུང ཆེ',
)

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u))
}

/** A syllable's stem and those of its endings that mean something of their own. */
function stemmed(syllable: string, before: string): string[] {
  // Out of its place the particle is the spoken question: གོར་མོ་ཏུ་ཐོབ, how much.
  if (syllable === 'ཏུ' && before !== '' && !/[གབ]$/u.test(before)) return ['དུ']
  if (CASE_PARTICLES.has(syllable)) return WHOLE_WORDS.has(`${before}་${syllable}`) ? [syllable] : []
  if (AGREEING.has(syllable) && before.endsWith(syllable.charAt(0))) return [QUESTION]
  if (SPOKEN.has(syllable) && ASKABLE.has(before)) return [QUESTION]
  const [, body, ending] = (syllable.includes('འ', 1) ? FUSED.exec(syllable) : null) ?? []
  if (body === undefined) return [withoutFusedLetter(withoutBareGenitive(syllable), before)]
  return [...stemmed(body, before), ...(ending === 'འམ' ? [QUESTION] : ending === 'འང' ? ['ཡང'] : [])]
}

function withoutBareGenitive(syllable: string): string {
  return syllable.endsWith('ི') ? syllable.replace(VOWEL_AND_I, '') : syllable
}

function withoutFusedLetter(syllable: string, before: string): string {
  if (!syllable.endsWith('ར') && !syllable.endsWith('ས')) return syllable
  const stem = syllable.slice(0, -1)
  if (!OPEN.has(stem)) return syllable
  return WHOLE.has(syllable) && !BEFORE_STEM.has(before) ? syllable : stem
}
