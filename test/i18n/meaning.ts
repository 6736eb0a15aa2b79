const EDGE = '(?<![\\u0f40-\\u0fbc])'
const END = '(?![\\u0f40-\\u0fbc])'
const VERBS =
  'འགྲིག|འདུག|འགོད|འཛུགས|འཇོག|འཐེན|འདེབས|འགྲོ|འདོད|འབྲི|འཚམ|ཡོད|ཡིན|ཡོང|རེད|མེད|མིན|རོགས|ཆོག|ཆག|ཞུས?|དགོས|སྟོན|བྱུང|བརྩི|རྩི|ཤེས|ཟིན|ཤོང|བྲིས|གཏོང|གོ|བྱེད|བྱ|སོང|ཐོབ|སྲིད|རྙེད|ཐུབ|སྦྲེལ|ཟེར|ཚར|སུབ|བསུབས|བཤད|ཉར|སྤྲོད|བསྡུ|ལྟ|ལོན|བཏབ|མཐོང|གཅོད|ཞུགས'
const VERB_LAST = new RegExp(`(?:^|[་ }”\\d])(?:${VERBS})(?:་?(?:གམ|ངམ|དམ|ནམ|བམ|རམ|ལམ|སམ))?(?:་?།)?”?$`, 'u')
const ASIDE = /\s?\([^()]*(?:\([^()]*\)[^()]*)*\)$/u

/** Whether what is said in Tibetan, but for a clause named behind it, ends in a verb. */
export function endsInVerb(bo: string): boolean {
  return VERB_LAST.test(bo.replace(ASIDE, ''))
}

// A denial in one language that the other words otherwise: "at least", "wrong", "waived", "stop".
const WORDED_OTHERWISE_ZH = /不(?:低于|少于|对|再收)|免|不到\{/u
// 是不是 asks; 对不起 and 不客气 are set phrases.
const NO_DENIAL_ZH = /(.)[不没]\1|有没有|了没有|对不起|不客气/gu
const DENIAL_ZH = /[不没无未]/u
// ཡིན་མིན asks; ཚང་མ, སློབ་མ and མི་མང་པོ are nouns.
const NO_DENIAL_BO = new RegExp(
  [
    'རིན་མེད|ལས་མི་ཉུང་བ|ཞུ་མི་དགོས|མ་(?:ཚོམས|ལག|དངུལ|བཏང་གོང)',
    `ཚང་མ${END}(?!་(?:རེད|ཡིན))|(?:དཀྱུས|སློབ|མཐའ|སྐར|རྗེས|ཕ)་མ${END}`,
    `ཡོད་མེད|(?:ཡིན|ཐོབ|བསྡུ|འཛུགས|འབྱོར|སྤྲད|ཚར|བདེན|ཆོག|ཐུབ|ཞུ)་མིན${END}`,
    `མི་(?:མང|འབོར|གྲངས|ངོ|དངོས|དམངས|སྣ|གཞན|གཅིག|དེ|ལ|ལས|རེ|རེར|རེའི|ཡང|ག)${END}`,
  ].join('|'),
  'gu',
)
const DENIAL_BO = new RegExp(`${EDGE}(?:མེད|མིན|མི་[\\u0f40-\\u0fbc]+|མ་[\\u0f40-\\u0fbc]+)`, 'u')

/** What one of the two texts denies and the other does not, as a fault. */
export function deniedOnlyIn(zh: string, bo: string): readonly string[] {
  if (WORDED_OTHERWISE_ZH.test(zh)) return []
  const inChinese = DENIAL_ZH.test(zh.replace(NO_DENIAL_ZH, ''))
  const inTibetan = DENIAL_BO.test(bo.replace(NO_DENIAL_BO, ''))
  if (inChinese === inTibetan) return []
  return [`denied in ${inChinese ? 'Chinese' : 'Tibetan'} alone: ${zh} | ${bo}`]
}

/** The figures written in a text, beside placeholders and clauses, in order. */
export function figuresIn(text: string): string {
  const bare = text.replace(/\{\{\w+\}\}|[一二三四五]\([一二三四五]\)(?:·\d+)?/gu, '')
  return (bare.match(/\d+/g) ?? []).toSorted((one, other) => Number(one) - Number(other)).join(' ')
}
