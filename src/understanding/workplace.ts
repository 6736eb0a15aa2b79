import type { Language } from './types.ts'

/** A normalised text without where grown-ups are said to work or stay: 我在新疆打工，娃上幼儿园 tells of no school and no home there. */
export function withoutWorkplace(text: string, language: Language | null): string {
  if (language === null || !WORK[language].test(text)) return text
  return text.replace(THERE[language], ' ')
}

/** A look for any work, or for who stays somewhere, is cheaper than for where. */
const WORK: Readonly<Record<Language, RegExp>> = {
  'zh-CN': /打工|务工|上班|干活|做工|工作|生意|挣钱|当兵|住院|看病|大人|[我们爸妈爹娘男人老公媳妇]在/u,
  bo: /ལས་ཀ|ལས་མི|གླ་ལས|གླ་པ|ཚོང|དངུལ་འཚོལ|སྨན་ཁང/u,
}

const GROWN_UP = '(?:我们?|咱们?|俺们?|爸爸?|妈妈?|爹|娘|父亲|母亲|父母|爸妈|男人|老公|媳妇|大人)'

const THERE: Readonly<Record<Language, RegExp>> = {
  'zh-CN': new RegExp(
    [
      '(?:在|到|去|往)[^，。,.!！?？\\s上读念学]{1,8}(?:打工|务工|上班|干活|做工|工作|做?生意|挣钱|当兵|住院|看病)',
      `(?<=${GROWN_UP}(?:现在|都|也|常年|一直)?)在[^，。,.!！?？\\s上读念学幼]{2,6}(?=[，。,\\s])`,
    ].join('|'),
    'gu',
  ),
  bo: /(?:[^་]+་){1,4}(?:ནས|ན|ལ|ར|རུ|དུ|ཏུ|སུ)་(?:[^་]+་){0,2}(?:ལས་ཀ|ལས་མི|གླ་ལས|གླ་པ|ཚོང|དངུལ་འཚོལ|སྨན་ཁང)/gu,
}
