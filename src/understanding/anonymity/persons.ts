import { COUNTIES, shortName } from '../../regions/county.ts'
import { ANY_HANZI, ANY_LATIN, ANY_TIBETAN, HIDDEN, hide } from './hidden.ts'
import names from './names.json' with { type: 'json' }
import { isOrdinary } from './ordinary.ts'

/**
 * A text without persons' names: those on the household's record, those it introduces (我叫, མིང་ལ), what looks like a
 * surname with a given name or a title, pet names, the names of Tibetans in either script, long words of Latin letters.
 * Where it cannot be told, a word too many is hidden.
 */
export function withoutPersons(text: string, ofRecord: readonly string[]): string {
  const own = ofRecord
    .filter((name) => text.includes(name))
    .toSorted((one, other) => other.length - one.length)
  const nameless = own.reduce((sofar, name) => sofar.replaceAll(name, HIDDEN), text)
  const told = hide(nameless, NAMES)
  return ANY_HANZI.test(told) ? withoutPetNames(withoutSurnames(told)) : told
}

const HAN = '\\p{Script=Han}'
// Few names end in one of these, which go on with the sentence.
const GOES_ON = '[想要问的是在今上读念住家他她这那]'
const GIVEN = `${HAN}(?:${HAN}(?!${GOES_ON})${HAN}|${HAN})`
const DOTTED = `${HAN}{1,8}(?:[·•・]${HAN}{1,8}){1,3}`
const WHO = `名字|名|我|他|她|娃|儿子|女儿|孩子|老大|老二|老三|孙子|孙女|丈夫|老公|媳妇|老婆|爸爸|爸|妈妈|妈|爷爷|奶奶|父亲|母亲|弟弟|妹妹|哥哥|姐姐|人`
const INTRODUCED = new RegExp(
  `((?:${WHO})(?:的?名字)?(?:就|是|都)?(?:叫做?|叫作|名叫|是叫)\\s*[:：]?\\s*|(?:姓名|名字|户主|家长|学生|联系人|收款人)(?:是|为|[:：])\\s*)(?!${HAN}?(?:什么|啥))(?:${DOTTED}|${GIVEN})`,
  'gu',
)

// Lists, quotas and entries have names in them too: མིང་ཐོ, མིང་གྲངས, མིང་འགོད.
const NO_NAME = '(?!ཐོ|གྲངས|འགོད|རྟགས|གནས|གདམ|ནོར|མེད|བསུབ|ཅི|ག་རེ|གང|ཆི|ནམ)'
const SOME = '(?:[\\u0f40-\\u0fbc]+་?){1,6}?'
const INTRODUCED_BO = new RegExp(
  `(མིང་(?:ལ|ནི)་?\\s*${NO_NAME})${SOME}(?=་?(?:ཟེར|ཡིན|རེད|[།\\s\\p{Script=Han}]|$))|(མིང་${NO_NAME})${SOME}(?=་?(?:ཟེར|ཡིན|རེད))`,
  'gu',
)

const DOUBLE = names.doubleSurnames.join('|')
const SURNAME = `(?:${DOUBLE}|[${names.surnames}${names.wordySurnames}])`
const TITLED = new RegExp(
  `[老小]?${SURNAME}${HAN}{0,2}?(?:${names.titles.join('|')})|(?<![养年古])老[${names.surnames}](?!师|$)`,
  'gu',
)
const HANZI = names.hanzi.split(' ').join('|')
const HANZI_NAMES = new RegExp(`(?:${HANZI})(?:${HANZI}|[吉毛加措姆杰])*`, 'gu')

const ELEMENT = `(?:${names.tibetan.split(' ').join('|')})`
const BESIDE = `(?:${[...names.tibetan.split(' '), ...names.tibetanBeside.split(' ')].join('|')})`
const ENDING = '(?=(?:འིས?|འོ|འང|[སར])?(?:[^\\u0f40-\\u0fbc]|$))'
// Nyima and Dawa are days and months too, but not beside another name. A case's ending may be written on to the last.
const TIBETAN_NAMES = new RegExp(
  `(?<![\\u0f40-\\u0fbc])(?:${BESIDE}་)?${ELEMENT}(?!་བདེ་ལེགས)(?:་${BESIDE}${ENDING})*${ENDING}`,
  'gu',
)

// A long word of Latin letters among other scripts is a name, or an account's.
const LATIN = /(^|[^a-z])[a-z][a-z']{4,}(?:\s[a-z']{2,})*(?=[^a-z]|$)/gu

const NAMES = [
  { holding: ANY_HANZI, pattern: INTRODUCED, by: `$1${HIDDEN}` },
  { holding: /མིང/u, pattern: INTRODUCED_BO, by: `$1$2${HIDDEN}` },
  { holding: ANY_HANZI, pattern: TITLED, by: HIDDEN },
  { holding: ANY_HANZI, pattern: HANZI_NAMES, by: HIDDEN },
  { holding: ANY_TIBETAN, pattern: TIBETAN_NAMES, by: HIDDEN },
  { holding: ANY_LATIN, pattern: LATIN, by: `$1${HIDDEN}` },
]

// Words that no list of sentences need hold, and counties, whose names may be told.
const WORDS: ReadonlySet<string> = new Set([
  ...names.words,
  ...COUNTIES.map(({ name }) => shortName(name).slice(0, 2)),
])

// Twice the same sign is a pet name, but for the words that are said twice.
const PET = new RegExp(
  `(?![我地园年对宝谢爸妈爷奶哥姐弟妹婆公娃天人个家好看想等慢常刚样步户问说点多早])(${HAN})\\1|[小阿](${HAN})`,
  'gu',
)

function withoutPetNames(text: string): string {
  return text.replace(PET, (found) => {
    const [one = '', other = ''] = found
    return isOrdinary(one, other) || WORDS.has(found) ? found : HIDDEN
  })
}

const SURE = new Set(names.surnames)
const WORDY = new Set(names.wordySurnames)
const DOUBLE_NAME = new RegExp(`(?:${DOUBLE})${HAN}{1,2}`, 'gu')

function withoutSurnames(text: string): string {
  const signs = Array.from(text.replace(DOUBLE_NAME, HIDDEN))
  let shown = ''
  for (let at = 0; at < signs.length; ) {
    const length = nameAt(signs, at)
    shown += length > 0 ? HIDDEN : (signs[at] ?? '')
    at += Math.max(1, length)
  }
  return shown
}

/** How many signs from here on are a surname with its given name; 0 where they are none. */
function nameAt(signs: readonly string[], at: number): number {
  const first = signs[at] ?? ''
  if (!SURE.has(first) && !WORDY.has(first)) return 0
  const [before = '', second = '', third = ''] = [signs[at - 1], signs[at + 1], signs[at + 2]]
  if (!ONE_HAN.test(second) || PARTICLE.test(second) || isOrdinary(first, second)) return 0
  if (WORDS.has(before + first) || WORDS.has(first + second)) return 0
  const goesOn = PARTICLE.test(third) || (SENTENCE.test(third) && !SENTENCE.test(second))
  const length = ONE_HAN.test(third) && !goesOn ? 3 : 2
  if (SURE.has(first)) return length
  const isApart = BEFORE_NAME.test(before) && AFTER_NAME.test(signs[at + length] ?? '')
  return isApart ? length : 0
}

const ONE_HAN = /^\p{Script=Han}$/u
const PARTICLE = /[的了吗呢吧嘛是我你他她它们]/u
// What names hold, but seldom at their end: 马有才能领 is 马有才, and what he can do.
const SENTENCE = /[想要问在今上读念住家这那不没有能给把被就也还都到去来说个两几和跟]/u
const BEFORE_NAME = /^$|[\s,.、:;!?*叫是给和跟找问娃子女孙]/u
const AFTER_NAME = /^$|[\s,.、:;!?*的家是在今他她上读念问想要能]/u
