// What makes a spreadsheet program take a text for a formula: also in full width, and behind blanks and signs that nobody
// sees, which some programs leave out before they look.
const FORMULA = /^[\s\p{C}\p{Z}]*[=+\-@|%＝＋－＠﹢﹣﹦﹫⁺₊]|^[\t\r\n]/u

/**
 * A text that no spreadsheet program takes for a formula: one that could begin one stands behind an apostrophe. Names,
 * reasons and file names are other people's words. After the advice of OWASP on CSV injection.
 */
export function safeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}
