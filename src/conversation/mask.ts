/**
 * A text without the ID numbers that people write into it though nobody asks for them: 15 or 18 digits of any script,
 * spaced or not. Whoever reads a case needs the matter, never the number.
 */
export function withoutIdNumbers(text: string): string {
  return text.replace(ID_NUMBER, '***')
}

const DIGIT = '[0-9０-９༠-༩]'
const GAP = '[\\s-]?'
const ID_NUMBER = new RegExp(
  `(?<!${DIGIT})(?:(?:${DIGIT}${GAP}){17}(?:${DIGIT}|[xXｘＸ])|${DIGIT}{15})(?!${DIGIT})`,
  'gu',
)

/** A text in which every number of four digits or more is hidden, in any script: telephones, ID numbers, references. */
export function withoutNumbers(text: string): string {
  return text.replace(LONG_NUMBER, '***')
}

const LONG_NUMBER = new RegExp(`${DIGIT}(?:${GAP}${DIGIT}){3,}[xXｘＸ]?`, 'gu')
