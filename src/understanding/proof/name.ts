/**
 * The one name in a text that says little else: in hanzi, with or without the dots of long names, or in Tibetan with or
 * without its marks. Words around it (我叫, 户主是, 身份证后六位, མིང་ལ … ཟེར) are no part of it. `told` where it says none;
 * null for several, and for what is no name.
 */
export function nameIn(text: string, told: string | null = null): string | null {
  const hanzi = piecesOf(text, /[^\p{Script=Han}·•・\s]+|\n/u, bareHanzi)
  const names = hanzi.length > 0 ? hanzi : piecesOf(text, /[^\p{Script=Tibetan}]+|[།༎༑]/u, bareTibetan)
  const [only, ...others] = new Set(names)
  if (only === undefined) return told
  return others.length === 0 && isName(only) ? only : null
}

function piecesOf(text: string, border: RegExp, bare: (piece: string) => string): readonly string[] {
  return text
    .split(border)
    .map(bare)
    .filter((piece) => piece !== '')
}

function isName(text: string): boolean {
  if (/\p{Script=Tibetan}/u.test(text)) return text.split('་').length <= MOST_SYLLABLES
  return DOTTED.test(text) || PLAIN.test(text)
}

const MOST_SYLLABLES = 8
const PLAIN = /^\p{Script=Han}{2,8}$/u
const DOTTED = /^\p{Script=Han}{1,12}(?:[·•・]\p{Script=Han}{1,12}){1,3}$/u

const BEFORE = longestFirst(
  `你好 您好 请 麻烦 帮忙 帮我 给我 我想 我要 想要 绑定 关联 绑 一下 号码 名字 姓名 户主 家长 大人 本人 名叫 叫做 叫 我是
  这是 就是 是 为 我叫 我们家 我家 家里 我们 我 的 爸爸 爸 父亲 妈妈 妈 母亲 爷爷 奶奶 丈夫 老公 男人 媳妇 妻子 老婆 爱人 儿子
  女儿 哥哥 姐姐 身份证 身份证号 身份证号码 证件 证件号 证件号码 居民 尾号 尾数 后六位 末六位 最后六位 后面六位 末尾六位
  最后 后面 末尾 后 末 位 号 数字 电话 电话号码 手机 手机号 手机号码`,
)

const AFTER = longestFirst(
  `的 绑定 一下 户主 本人 居民 身份证 身份证号 身份证号码 证件 证件号 证件号码 号码 号 尾号 尾数 后六位 末六位 最后六位
  后面六位 末尾六位 最后 后面 末尾 后 末 位 数字 电话 手机 是 后六位为 末六位为 最后六位为 号码为 证号为 尾号为 数字为`,
)

// What stands before or after is taken off as long as a name of two signs is left.
function bareHanzi(piece: string): string {
  let bare = piece.replace(/\s+/g, '')
  if (isWords(bare)) return ''
  for (let before = ''; bare !== before; ) {
    before = bare
    const first = BEFORE.find((word) => bare.startsWith(word) && leavesName(bare, word))
    if (first !== undefined) bare = bare.slice(first.length)
    const last = AFTER.find((word) => bare.endsWith(word) && leavesName(bare, word))
    if (last !== undefined) bare = bare.slice(0, -last.length)
  }
  return bare
}

function isWords(text: string): boolean {
  let rest = text
  for (let word: string | undefined = ''; word !== undefined && rest !== ''; ) {
    word = BEFORE.find((one) => rest.startsWith(one))
    rest = rest.slice(word?.length ?? 0)
  }
  return rest === ''
}

function leavesName(text: string, word: string): boolean {
  return text.length >= word.length + 2
}

function longestFirst(words: string): readonly string[] {
  return words.split(/\s+/).toSorted((one, other) => other.length - one.length)
}

function bareTibetan(piece: string): string {
  const bare = unmarked(piece).replace(BO_NUMBER, '')
  return unmarked(unmarked(bare).replace(BO_BEFORE, '').replace(BO_AFTER, ''))
}

function unmarked(text: string): string {
  return text.replaceAll('༌', '་').replace(/^་+|་+$/gu, '')
}

// From the words for the card or its number on, nothing is a name.
const BO_NUMBER = /(?:^|་)(?:(?:གི|ཀྱི|གྱི|ཡི)་)?(?:ཐོབ་ཐང|ལག་ཁྱེར|ལག་འཁྱེར|ཨང་གྲངས|ཨང་རྟགས|མཇུག|མཐའ་མ|གྲངས|ཁ་པར).*$/u
const BO_BEFORE = /^(?:(?:ངའི་|ང་ཚོའི་)?(?:ཁྱིམ་བདག་གི་|ཨ་ཕའི་|ཨ་མའི་)?མིང(?:་ལ|་ནི)?(?:་|$)|ང་(?=.)|ཁྱིམ་བདག་(?:ནི་)?)/u
const BO_AFTER = /་?(?:ཟེར|ཡིན|རེད|གི|ཀྱི|གྱི)$/u
