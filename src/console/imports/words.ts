import { isTextKey, type Language, type TextKey, textsIn } from '../../i18n/texts.ts'
import type { PersonField, PersonSaid } from '../../register/person-said.ts'

/** A text whose name is made of data; where the program has none of that name, the other one. */
export function textOr(language: Language, key: string, other: TextKey): string {
  return textsIn(language)(isTextKey(key) ? key : other)
}

/** A person's fact, as staff call it. */
export function factName(language: Language, field: PersonField): string {
  return textsIn(language)(`imports:field.${field}`)
}

/** What a fact says, in words; a dash where it says nothing. */
export function factWord(language: Language, field: PersonField, value: PersonSaid[PersonField]): string {
  if (value === null) return '–'
  if (field === 'birthDate') return String(value)
  if (typeof value === 'boolean')
    return textsIn(language)(value ? 'console:truth.true' : 'console:truth.false')
  const key = field === 'stage' ? `policy:stage.${value}` : `imports:value.${field}.${value}`
  return isTextKey(key) ? textsIn(language)(key) : value
}
