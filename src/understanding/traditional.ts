import { Converter, Locale } from 'opencc-js/t2cn'

type Convert = (text: string) => string

let convert: Convert | null = null
let traditional: RegExp | null = null

/** Text in simplified hanzi. The converter is slow, and made only once somebody writes what it would change. */
export function simplify(text: string): string {
  traditional ??= traditionalSigns()
  if (!traditional.test(text)) return text
  convert ??= Converter({ from: 'tw', to: 'cn' })
  return text.split(SIMPLE).map(simplifyPart).join('')
}

// 么 and 幺 are simplified already; the converter takes the one for the traditional sign of the other.
const SIMPLE = /([么幺])/u

function simplifyPart(part: string): string {
  return part === '么' || part === '幺' || convert === null ? part : convert(part)
}

// Any one sign that an entry of the converter's dictionaries changes: no entry is in a text without all such signs.
function traditionalSigns(): RegExp {
  const signs = new Set<string>()
  for (const dictionary of [Locale.from['tw'] ?? [], Locale.to['cn'] ?? []].flat(2)) {
    for (const [from = '', to = ''] of typeof dictionary === 'string' ? entriesOf(dictionary) : dictionary) {
      const simple = Array.from(to)
      for (const [at, sign] of Array.from(from).entries()) if (sign !== simple[at]) signs.add(sign)
    }
  }
  signs.delete('么')
  signs.delete('幺')
  return new RegExp(`[${[...signs].join('')}]`, 'u')
}

function entriesOf(dictionary: string): readonly (readonly string[])[] {
  return dictionary.split('|').map((entry) => entry.split(' '))
}
