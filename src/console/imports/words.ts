import { isTextKey, type Language, type TextKey, textsIn } from '../../i18n/texts.ts'

/** A text whose name is made of data; where the program has none of that name, the other one. */
export function textOr(language: Language, key: string, other: TextKey): string {
  return textsIn(language)(isTextKey(key) ? key : other)
}
