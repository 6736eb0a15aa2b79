/**
 * A text without the ID numbers that people write into it though nobody asks for them: 15 or 18 digits of any script,
 * spaced or not. Whoever reads a case needs the matter, never the number.
 */
export function withoutIdNumbers(text: string): string {
  return text.replace(ID_NUMBER, MASK)
}

/** Whether a text holds an ID number, or held one before it was masked. */
export function holdsIdNumber(text: string): boolean {
  return text.includes(MASK) || withoutIdNumbers(text) !== text
}

const MASK = '***'
const DIGIT = '[0-9０-９༠-༩]'
const GAP = '[\\s-]?'
const ID_NUMBER = new RegExp(
  `(?<!${DIGIT})(?:(?:${DIGIT}${GAP}){17}(?:${DIGIT}|[xXｘＸ])|${DIGIT}{15})(?!${DIGIT})`,
  'gu',
)

/**
 * A text of plain digits without what may be the end of an ID number: every five digits or more in a row, said in hanzi
 * too. A message that may hold a proof is handed on and kept in no other form.
 */
export function withoutProof(text: string): string {
  return text.replace(PROOF, MASK)
}

const SIGN = '[\\p{N}零○一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]'
const PROOF = new RegExp(`${SIGN}(?:[\\s-]{0,2}${SIGN}){4,}(?:[\\s-]{0,2}(?:[xX×✕✖╳Хх叉]|[艾埃]克斯))?`, 'gu')
