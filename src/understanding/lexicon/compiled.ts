import { mendHomophones } from '../homophones.ts'
import { mendByEar } from '../tibetan/by-ear.ts'
import { syllables } from '../tibetan/syllables.ts'
import type { Language } from '../types.ts'
import { hanziUnits, latinUnits } from '../units.ts'
import { BO } from './bo.ts'
import { type Compiled, compile } from './compile.ts'
import { EN as ENGLISH } from './en.ts'
import { ZH } from './zh.ts'

/** English, and whatever else is neither Chinese nor Tibetan. */
export const EN: Compiled = compile(ENGLISH, latinUnits)

const LEXICONS: Readonly<Record<Language, Compiled>> = {
  'zh-CN': compile(ZH, (text) => mendHomophones(hanziUnits(text))),
  bo: compile(BO, (text) => mendByEar(syllables(text))),
}

/** The lexicon of a language; English's for neither. */
export function lexiconOf(language: Language | null): Compiled {
  return language === null ? EN : LEXICONS[language]
}
