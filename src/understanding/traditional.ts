import { Converter, type DictLike, Locale } from 'opencc-js/t2cn'

type Convert = (text: string) => string

let convert: Convert | null = null
let traditional: ReadonlySet<number> | null = null

/** Text in simplified hanzi. The converter is slow, and made only once somebody writes what it would change. */
export function simplify(text: string): string {
  traditional ??= traditionalSigns()
  if (!holdsAny(text, traditional)) return text
  convert ??= Converter({ from: 'tw', to: 'cn' })
  return text.split(SIMPLE).map(simplifyPart).join('')
}

// 么 and 幺 are simplified already; the converter takes the one for the traditional sign of the other.
const SIMPLE = /([么幺])/u

function simplifyPart(part: string): string {
  return part === '么' || part === '幺' || convert === null ? part : convert(part)
}

type Entry = readonly [from: string, to: string]

// The signs that the converter may change. It goes by two dictionaries, one after the other: what the first makes of a sign
// (吃 to 喫), the second may always make back into it, and then the sign is left as it is in every text.
function traditionalSigns(): ReadonlySet<number> {
  const first = signsMade(entriesIn(Locale.from['tw']))
  const second = signsMade(entriesIn(Locale.to['cn']))
  const signs = new Set<number>()
  for (const sign of new Set([...first.keys(), ...second.keys()])) {
    const made = [...(first.get(sign) ?? []), sign].flatMap((form) => [...(second.get(form) ?? [form])])
    if (made.some((one) => one !== sign)) signs.add(codeOf(sign))
  }
  for (const sign of ['么', '幺']) signs.delete(codeOf(sign))
  return signs
}

// All that entries put in a sign's place; itself, too, where it stands in none alone.
function signsMade(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const alone = new Set(entries.map(([from]) => from))
  const made = new Map<string, Set<string>>()
  for (const [from, to] of entries) {
    const [before, after] = [Array.from(from), Array.from(to)]
    const isByPlace = before.length === after.length
    for (const [at, sign] of before.entries()) {
      const all = made.get(sign) ?? new Set(alone.has(sign) ? [] : [sign])
      made.set(sign, all.add((isByPlace ? after[at] : undefined) ?? ''))
    }
  }
  return made
}

function holdsAny(text: string, signs: ReadonlySet<number>): boolean {
  for (const sign of text) if (signs.has(codeOf(sign))) return true
  return false
}

function codeOf(sign: string): number {
  return sign.codePointAt(0) ?? 0
}

function entriesIn(dictionaries: (typeof Locale.from)[string] = []): readonly Entry[] {
  return dictionaries.flat().flatMap(entriesOf)
}

function entriesOf(dictionary: DictLike): readonly Entry[] {
  if (typeof dictionary !== 'string') return dictionary
  return dictionary.split('|').map((entry) => {
    const [from = '', to = ''] = entry.split(' ')
    return [from, to]
  })
}
