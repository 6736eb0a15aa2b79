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

/** A cell as it was before `safeCell`: what comes back of a download, once somebody has mended it. */
export function plainCell(text: string): string {
  return isGuarded(text) && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}

/** Whether a cell stands behind an apostrophe at all; few do, of millions. */
export function isGuarded(text: string): boolean {
  return text.charCodeAt(0) === APOSTROPHE
}

const APOSTROPHE = "'".charCodeAt(0)
