/** A number read from words: its value, and the place of the first word after it. */
export type Numeral = { readonly value: number; readonly next: number }

/** The longest number that begins at this word, in digits or in words; `words` are syllables and runs of digits. */
export function numeralAt(words: readonly string[], from: number): Numeral | null {
  const first = words[from] ?? ''
  if (first === 'དང' && words[from + 1] === 'པོ') return { value: 1, next: from + 2 }
  if (/^\d{1,9}$/.test(first)) return { value: Number(first), next: from + 1 }
  let total = 0
  let at = from
  for (let read = groupAt(words, at, total); read !== null; read = groupAt(words, at, total)) {
    total += read.value
    at = read.next
    if (words[at] === 'དང' && groupAt(words, at + 1, total) !== null) at++
  }
  if (at === from) return null
  return { value: total, next: words[at] === 'ཐམ' && words[at + 1] === 'པ' ? at + 2 : at }
}

const UNITS: Readonly<Record<string, number>> = {
  གཅིག: 1,
  ཆིག: 1,
  གཉིས: 2,
  ཉིས: 2,
  གསུམ: 3,
  སུམ: 3,
  བཞི: 4,
  ལྔ: 5,
  དྲུག: 6,
  བདུན: 7,
  བརྒྱད: 8,
  དགུ: 9,
}
// Twenty, thirty …, as they stand before units: ཉེར་གཅིག, སོ་གཉིས.
const SHORT_TENS: Readonly<Record<string, number>> = {
  ཉེར: 20,
  རྩ: 20,
  སོ: 30,
  ཞེ: 40,
  ང: 50,
  རེ: 60,
  དོན: 70,
  གྱ: 80,
  གོ: 90,
}
const SCALES: Readonly<Record<string, number>> = { བརྒྱ: 100, སྟོང: 1000, ཁྲི: 10_000, འབུམ: 100_000 }

// One addend: 300, 40, 7. It must be smaller than the last digit place of what stands before it.
function groupAt(words: readonly string[], at: number, sofar: number): Numeral | null {
  const small = sofar === 0 || sofar % 100 === 0 ? (tensAt(words, at) ?? unitAt(words, at)) : null
  const scale = SCALES[words[small?.next ?? at] ?? '']
  if (scale === undefined) return small
  if (sofar !== 0 && sofar % (scale * 10) !== 0) return small
  const next = (small?.next ?? at) + 1
  if (small !== null) return { value: small.value * scale, next }
  const counted = words[next] === 'ཕྲག' ? next + 1 : next
  const times = counted > next || scale >= 1000 ? (tensAt(words, counted) ?? unitAt(words, counted)) : null
  const isOwnScale = times !== null && SCALES[words[times.next] ?? ''] !== undefined
  return times === null || isOwnScale
    ? { value: scale, next: counted }
    : { value: times.value * scale, next: times.next }
}

function unitAt(words: readonly string[], at: number): Numeral | null {
  const value = UNITS[words[at] ?? '']
  return value === undefined ? null : { value, next: at + 1 }
}

function tensAt(words: readonly string[], at: number): Numeral | null {
  const [first = '', second = ''] = words.slice(at, at + 2)
  if (first === 'བཅུ' || first === 'བཅོ') {
    const unit = unitAt(words, at + 1)
    const belongs = unit !== null && SCALES[words[unit.next] ?? ''] === undefined
    return belongs ? { value: 10 + unit.value, next: unit.next } : { value: 10, next: at + 1 }
  }
  const tens = first === 'ཉི' && second === 'ཤུ' ? 20 : /^(?:བ?ཅུ)$/u.test(second) ? (UNITS[first] ?? 0) * 10 : 0
  if (tens > 0) return withUnit(words, at + 2, tens)
  const unit = SHORT_TENS[first] === undefined ? null : unitAt(words, at + 1)
  return unit === null ? null : { value: (SHORT_TENS[first] ?? 0) + unit.value, next: unit.next }
}

// ཉི་ཤུ་རྩ་གཅིག, སུམ་ཅུ་སོ་གཉིས, or the unit at once.
function withUnit(words: readonly string[], at: number, tens: number): Numeral {
  const linked = SHORT_TENS[words[at] ?? ''] === undefined ? at : at + 1
  const unit = unitAt(words, linked)
  return unit === null ? { value: tens, next: at } : { value: tens + unit.value, next: unit.next }
}
