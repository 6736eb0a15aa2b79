// What NFKC would change, and what trimming would: most cells hold neither and are taken as they are.
const IRREGULAR = /[\s\u00A0\u200B\u2E80-\u2FDF\u3000\uF900-\uFAFF\uFEFF-\uFFEF]/

/** A cell's text: full width folded, outer spaces gone; empty for `-`, `无` and blanks. */
export function cellText(cell: string | undefined): string {
  if (cell === undefined || cell === '') return ''
  const text = IRREGULAR.test(cell)
    ? cell.normalize('NFKC').replace(/^[\s\u200B\uFEFF]+|[\s\u200B\uFEFF]+$/g, '')
    : cell
  return text === '-' || text === '—' || text === '无' ? '' : text
}

/** A coded value: one digit is padded (`3` is `03`), a text after its code stands alone (`04 七年级` is `七年级`). */
export function codedText(text: string): string {
  if (/^\d$/.test(text)) return `0${text}`
  return text.replace(/^\d{1,2}[\s.、:_-]*(?=\p{Script=Han})/u, '').replace(/\s+/g, '')
}

const REMEMBERED = 5_000

/** Remembers what a column's values mean: they are few, and a file repeats them a million times. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found.value
    const value = read(text)
    if (known.size >= REMEMBERED) known.clear()
    known.set(text, { value })
    return value
  }
}

const LOST_DIGITS = /^\d(?:\.\d+)?[eE]\+?\d+$/

/** Numbers of eighteen digits do not survive a spreadsheet's number cell: `6.21223E+17` has lost its end. */
export function hasLostDigits(text: string): boolean {
  return LOST_DIGITS.test(text)
}
