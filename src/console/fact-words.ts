import { isTextKey, type Language, textsIn } from '../i18n/texts.ts'
import type { PersonField } from '../register/person-said.ts'

/** A person's fact, as staff call it. */
export function factName(language: Language, field: PersonField): string {
  return textsIn(language)(`imports:field.${field}`)
}

/** What a fact says, in words, of its value as the register holds it; a dash where it says nothing. */
export function factWord(language: Language, field: PersonField, value: string | boolean | null): string {
  if (value === null || value === '') return '–'
  const say = textsIn(language)
  if (field === 'finalYear')
    return say(value === true || value === '1' ? 'console:truth.true' : 'console:truth.false')
  const keys = [
    `policy:${field}.${value}`,
    `policy:option.person.${field}.${value}`,
    `imports:value.${field}.${value}`,
  ]
  const key = keys.find(isTextKey)
  return key === undefined ? String(value) : say(key)
}
