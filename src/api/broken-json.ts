/** Where a text stops being JSON, its line and column from 1; `isCut` where it only ends too early. */
export type Break = { readonly line: number; readonly column: number; readonly isCut: boolean }

/**
 * Where a text that is no JSON (RFC 8259) stops being any; null for one that is. Told by us, since the platforms tell it
 * each in its own words, or not at all, and repeat what stands there.
 */
export function findBreak(text: string): Break | null {
  const open: Bracket[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    at = endOf(SPACE, text, at)
    if (at === text.length) return expected === 'next' && open.length === 0 ? null : breakAt(text, at)
    const next = expectedAfter(text.charAt(at), expected, open)
    const end = endOf(TOKEN, text, at)
    if (next === null || end === at) return breakAt(text, at)
    expected = next
    at = end
  }
}

type Bracket = '{' | '['

/** What may stand at a place: a `first-…` one also where a list or an object ends, `next` a comma or an end. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'next'

const SPACE = /[\t\n\r ]*/y
// In a string any character but quotes, backslashes and the controls below the space.
const TOKEN =
  /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null|[{}[\],:]/y

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** What is expected after a token that begins so; null where it may not stand there. */
function expectedAfter(begin: string, expected: Expected, open: Bracket[]): Expected | null {
  switch (expected) {
    case 'value':
      return afterValue(begin, open)
    case 'first-value':
      return begin === ']' ? ended('[', open) : afterValue(begin, open)
    case 'first-key':
      if (begin === '}') return ended('{', open)
      return begin === '"' ? 'colon' : null
    case 'key':
      return begin === '"' ? 'colon' : null
    case 'colon':
      return begin === ':' ? 'value' : null
    case 'next':
      return afterNext(begin, open)
  }
}

function afterValue(begin: string, open: Bracket[]): Expected | null {
  if (begin !== '{' && begin !== '[') return '}],:'.includes(begin) ? null : 'next'
  open.push(begin)
  return begin === '{' ? 'first-key' : 'first-value'
}

function afterNext(begin: string, open: Bracket[]): Expected | null {
  if (begin === '}') return ended('{', open)
  if (begin === ']') return ended('[', open)
  if (begin !== ',' || open.length === 0) return null
  return open.at(-1) === '{' ? 'key' : 'value'
}

function ended(bracket: Bracket, open: Bracket[]): Expected | null {
  return open.pop() === bracket ? 'next' : null
}

// A string or a number begun but not ended may break further on: told is where it begins.
function breakAt(text: string, at: number): Break {
  const lines = text.slice(0, at).split(/\r\n|[\n\r]/)
  return { line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1, isCut: at === text.length }
}
