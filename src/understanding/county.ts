import { COUNTIES, shortName } from '../regions/county.ts'
import tibetanNames from './lexicon/bo/counties.json' with { type: 'json' }
import { type Phrases, phrases } from './lexicon/phrases.ts'
import { syllables } from './tibetan/syllables.ts'
import type { Language } from './types.ts'
import { hanziUnits } from './units.ts'

// 合作 is a city, and what people do together.
const NO_PLACES = [
  ...[
    '医疗',
    '社',
    '办',
    '搞',
    '开',
    '建',
    '养',
    '种',
    '经营',
    '项目',
    '伙伴',
    '方',
    '协议',
    '单位',
    '企业',
    '培养',
  ].map((after) => `合作${after}`),
  ...['校企', '一起', '我', '人', '他', '你', '想', '要', '能'].map((before) => `${before}合作`),
]

// The monastery is no county.
const NO_TIBETAN_PLACES = ['དགོན', 'དགོན་པ', 'གྲྭ་པ', 'གྲྭ་བ', 'བཀྲ་ཤིས་འཁྱིལ', 'ཆོས་ཐོག', 'སྨོན་ལམ', 'མཇལ'].map(
  (after) => `བླ་བྲང་${after}`,
)

const CHINESE = table('zh-CN')
const TIBETAN = table('bo')

/** The code of the first county of Gansu that a normalised text names; null where it names none, or one name that two share. */
export function countyIn(text: string, language: Language | null): string | null {
  return countyAmong(cut(text, language), language)
}

/** The same, of a text that is cut into units: syllables of Tibetan, else hanzi as they are written. */
export function countyAmong(units: readonly string[], language: Language | null): string | null {
  const names = language === 'bo' ? TIBETAN : CHINESE
  for (const { values } of names.find(units)) {
    const codes = new Set(values)
    const [only] = codes
    if (codes.size === 1 && only !== undefined && only !== '') return only
  }
  return null
}

function table(language: Language): Phrases<string> {
  const names = phrases<string>()
  for (const { code, name, nameBo } of COUNTIES) {
    if (language === 'bo' && nameBo !== null) names.add(cut(nameBo, language), code)
    if (language === 'zh-CN')
      for (const one of new Set([name, shortName(name)]))
        if (one.length > 1) names.add(cut(one, language), code)
  }
  if (language === 'zh-CN') for (const word of NO_PLACES) names.add(cut(word, language), '')
  if (language === 'bo') for (const word of NO_TIBETAN_PLACES) names.add(cut(word, language), '')
  if (language === 'bo')
    for (const [code, spellings] of Object.entries(tibetanNames))
      for (const spelling of spellings) names.add(cut(spelling, language), code)
  return names
}

function cut(text: string, language: Language | null): string[] {
  return language === 'bo' ? syllables(text) : hanziUnits(text)
}
