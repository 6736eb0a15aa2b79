import type { Person } from '../../register/household.ts'
import { HIDDEN } from '../../understanding/anonymity/hidden.ts'
import { withoutPersons } from '../../understanding/anonymity/persons.ts'
import { otherScript } from './tibetan-names.ts'

/** The persons a text calls by name, in either script: by the whole name, else by the given name or half of one, else by a pet name. */
export function calledByName(persons: readonly Person[], text: string): readonly Person[] {
  const ways = isInOtherScript(persons, text)
    ? [wholeName, acrossScripts, shortNames, shortAcross, petNames]
    : [wholeName, shortNames, petNames]
  for (const namesOf of ways) {
    const called = persons.filter((person) => namesOf(person.name).some((name) => isNamedIn(text, name)))
    if (called.length > 0) return called
  }
  return []
}

/** The name that a few words ask of: 那王小二呢, བསོད་ནམས་ནི. Null where they look like no name. */
export function nameAsked(text: string): string | null {
  const groups = NAME_ASKED.exec(text.trim())?.groups
  const name = groups?.['zh'] ?? groups?.['bo'] ?? ''
  return name !== '' && !NO_NAMES.has(name) && withoutPersons(name, []) === HIDDEN ? name : null
}

const NAME_ASKED =
  /^(?:那么?)?(?<zh>\p{Script=Han}{2,4})呢[?？。]?$|^(?:འོ་ན་|དེ་ན་)?(?<bo>[^།]{2,30}?)[་\s]+ནི[་།\s]*$/u

// They look like a surname with a given name.
const NO_NAMES: ReadonlySet<string> = new Set([
  '金额',
  '方法',
  '方案',
  '安全',
  '严重',
  '康复',
  '万元',
  '余下',
  '文具',
  '白天',
  '左右',
  '金钱',
])

/** Every form a person of this name may be called by. */
export function formsOf(name: string): readonly string[] {
  return [
    ...wholeName(name),
    ...acrossScripts(name),
    ...shortNames(name),
    ...shortAcross(name),
    ...petNames(name),
  ]
}

function wholeName(name: string): readonly string[] {
  return name.length > 1 ? [name] : []
}

function isInOtherScript(persons: readonly Person[], text: string): boolean {
  return persons.some(({ name }) => (HANZI.test(name) ? TIBETAN_IN : HANZI_IN).test(text))
}

// The record writes 扎西才让 whom the family calls བཀྲ་ཤིས་ཚེ་རིང, or the other way round.
function acrossScripts(name: string): readonly string[] {
  return otherScript(name).filter((other) => other.length > 1 && !WORDS.has(other))
}

function shortAcross(name: string): readonly string[] {
  return shortNames(name).flatMap(acrossScripts)
}

// 张小明 is called 小明; 扎西才让 扎西 or 才让. One character alone would be found in any sentence.
function shortNames(name: string): readonly string[] {
  if (!HANZI.test(name)) return []
  if (name.length === 3) return [name.slice(1)]
  return name.length === 4 ? [name.slice(0, 2), name.slice(2)] : []
}

// 刘佳 is called 小佳, 阿佳, 佳佳, 佳娃.
function petNames(name: string): readonly string[] {
  const end = name.at(-1) ?? ''
  if (!HANZI.test(name) || name.length < 2 || name.length > 3) return []
  return [`小${end}`, `阿${end}`, `${end}${end}`, `${end}娃`, `${end}儿`]
}

const HANZI = /^\p{Script=Han}+$/u

// 何玉山家 speaks of a household, not of its head.
function isNamedIn(text: string, name: string): boolean {
  const isTibetan = TIBETAN.test(name)
  const words = isTibetan ? text.replace(/[༌\s]+/gu, '་') : text
  const at = words.indexOf(name)
  if (at < 0 || (isTibetan && !isWholeIn(words, name, at))) return false
  return !/^[\s་]*(?:家|ཚང)/u.test(words.slice(at + name.length))
}

// A Tibetan name begins and ends with syllables: མཚོ is no part of མཚོན.
function isWholeIn(text: string, name: string, at: number): boolean {
  return (
    !/[\u0f40-\u0fbc]$/u.test(text.slice(0, at)) &&
    /^(?:འི|ས|ར)?(?:[་།]|$)/u.test(text.slice(at + name.length))
  )
}

const TIBETAN = /^\p{Script=Tibetan}/u

const TIBETAN_IN = /\p{Script=Tibetan}/u

const HANZI_IN = /\p{Script=Han}/u

// Moon and month, sun and day, ocean, good fortune: names by themselves too, but any sentence may hold them.
const WORDS: ReadonlySet<string> = new Set([
  'ཟླ་བ',
  'ཉི་མ',
  'རྒྱ་མཚོ',
  'བཀྲ་ཤིས',
  'བསྟན་པ',
  'རིན་ཆེན',
  'ཡོན་ཏན',
  'བདེ་ཆེན',
  '元旦',
])
