import words from './lexicon/zh/pinyin.json' with { type: 'json' }

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(words))
const LONGEST = Math.max(...[...WORDS.keys()].map((word) => word.length))
// Longer than any sentence a person types letter by letter.
const LIMIT = 300
// One letter in six may stay unread: people slip, and English must not pass.
const UNREAD = 1 / 6

/** Pinyin of common words as hanzi, with or without spaces and tones; null where the letters are not such pinyin. */
export function readPinyin(text: string): string | null {
  if (text.length > LIMIT) return null
  const letters = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]/g, '')
  const { unread, hanzi } = cover(letters.replace(/(?<=[a-z])[1-5](?=[a-z]|$)/g, ''))
  const spelt = letters.replace(/[^a-z]/g, '').length
  return spelt >= 3 && unread <= spelt * UNREAD && /\p{Script=Han}{2}/u.test(hanzi) ? hanzi : null
}

/** A text of hanzi with the words spelt in letters among them as hanzi: shengyuandi贷款. Letters of no such words stay. */
export function mendPinyin(text: string): string {
  return text.replace(SPELT, (letters) => {
    const { unread, hanzi } = cover(letters.replace(/[\s']/g, ''))
    return unread === 0 ? hanzi : letters
  })
}

// Shorter ones may be names and marks of anything.
const SPELT = /(?<![a-z0-9@._/-])[a-z][a-z' ]{2,40}[a-z](?![a-z0-9@._/-])/g

/** The hanzi of letters that are one common word, as a short answer is: shi, bu shi; null where they are none. */
export function pinyinWord(text: string): string | null {
  return WORDS.get(text.replace(/[\s']/g, '')) ?? null
}

type Cover = { readonly unread: number; readonly words: number; readonly hanzi: string }

/** The reading that leaves fewest letters unread, of those the one of fewest words. */
function cover(letters: string): Cover {
  const best: Cover[] = [{ unread: 0, words: 0, hanzi: '' }]
  for (let end = 1; end <= letters.length; end++) {
    const last = letters.charAt(end - 1)
    const before = best[end - 1] ?? { unread: 0, words: 0, hanzi: '' }
    let found: Cover = {
      unread: before.unread + (/[0-9]/.test(last) ? 0 : 1),
      words: before.words,
      hanzi: before.hanzi + last,
    }
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const word = WORDS.get(letters.slice(start, end))
      const prefix = best[start]
      if (word === undefined || prefix === undefined) continue
      const reading = { unread: prefix.unread, words: prefix.words + 1, hanzi: prefix.hanzi + word }
      if (reading.unread < found.unread || (reading.unread === found.unread && reading.words < found.words))
        found = reading
    }
    best.push(found)
  }
  return best.at(-1) ?? { unread: 0, words: 0, hanzi: '' }
}
