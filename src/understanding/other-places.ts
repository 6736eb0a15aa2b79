import type { Language } from './types.ts'

/**
 * A normalised text without the places that are nobody's school and no home: where grown-ups work, stay or married into (我在新疆打工，
 * 娃上幼儿园), and where somebody is said not to be (不在本县).
 */
export function withoutOtherPlaces(text: string, language: Language | null): string {
  if (language === null || !ANY[language].test(text)) return text
  return text.replace(THERE[language], ' ')
}

/** Where the writer says they are, and nothing of work or of another home: 我在岷县，娃上初二. Empty where nothing says it. */
export function whereWriterIs(text: string): string {
  return ELSEWHERE_AT_WORK.test(text) ? '' : (HERE.exec(text)?.[1] ?? '')
}

const ELSEWHERE_AT_WORK = /打工|务工|上班|干活|做工|工作|生意|挣钱|当兵|住院|看病|租房|[老婆娘]家|外[地头面]/u
const HERE = /(?<=(?:^|[，。,\s])(?:我们?|咱们?|俺们?))在([^，。,.!！?？\s上读念学]{2,12})(?=[，。,\s])/u

/** A look for any work, for who stays somewhere or for a no is cheaper than for where. */
const ANY: Readonly<Record<Language, RegExp>> = {
  'zh-CN':
    /打工|务工|上班|干活|做工|工作|生意|挣钱|当兵|住院|看病|嫁|大人|[我们爸妈爹娘男人老公媳妇不没有]在|不是/u,
  bo: /ལས་ཀ|ལས་མི|གླ་ལས|གླ་པ|ཚོང|དངུལ་འཚོལ|སྨན་ཁང|མེད|མི་འདུག|མིན|མ་རེད/u,
}

const GROWN_UP = '(?:我们?|咱们?|俺们?|爸爸?|妈妈?|爹|娘|父亲|母亲|父母|爸妈|男人|老公|媳妇|大人)'

const THERE: Readonly<Record<Language, RegExp>> = {
  'zh-CN': new RegExp(
    [
      '(?:在|到|去|往)[^，。,.!！?？\\s上读念学]{1,8}(?:打工|务工|上班|干活|做工|工作|做?生意|挣钱|当兵|住院|看病)',
      `(?<=${GROWN_UP}(?:现在|都|也|常年|一直)?)在[^，。,.!！?？\\s上读念学幼]{2,6}(?=[，。,\\s])`,
      '嫁(?:到|去|在|给)[^，。,.!！?？\\s]{1,6}',
      '(?<!在)(?:不|没有?)在[^，。,.!！?？\\s在]{1,6}',
      '不是(?:在)?[^，。,.!！?？\\s在是]{0,4}(?:县|省|市|城里|村里|镇上)',
    ].join('|'),
    'gu',
  ),
  bo: /(?:[^་]+་){1,4}(?:ནས|ན|ལ|ར|རུ|དུ|ཏུ|སུ)་(?:[^་]+་){0,2}(?:ལས་ཀ|ལས་མི|གླ་ལས|གླ་པ|ཚོང|དངུལ་འཚོལ|སྨན་ཁང)|(?:[^་]+་){1,3}(?:ནས|ན|ལ|ར)་(?:མེད|མི་འདུག|མིན)|(?:[^་]+་){0,2}རྫོང་(?:གི་)?(?:མིན|མ་རེད)/gu,
}
