import { isTextKey, type Language, type TextKey, textsIn } from '../i18n/texts.ts'
import type { FactName } from '../policy/facts.ts'

/** A fact's value as an inspector reads it; empty where it is not known. */
export function valueWords(
  fact: FactName,
  value: string | number | boolean | null | undefined,
  language: Language,
): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean')
    return textsIn(language)(value ? 'console:truth.true' : 'console:truth.false')
  const key = `policy:option.${fact}.${value}`
  return isTextKey(key) ? textsIn(language)(key) : String(value)
}

/** A text whose name is made of data; the data's own word where the program has none for it. */
export function wordOf(room: string, name: string, language: Language): string {
  const key = `${room}.${name}`
  return isTextKey(key) ? textsIn(language)(key satisfies TextKey) : name
}
