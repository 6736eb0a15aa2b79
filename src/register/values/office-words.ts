/** What an office writes for families to read is short: it is sent as SMS. */
const LONGEST = 300

/** The office's words as they are put into a sentence: one line, no mark at the end; null where they are too long. */
export function readWords(text: string): string | null {
  const words = text
    .replace(/[\s\u200B\uFEFF]+/gu, ' ')
    .trim()
    .replace(/[\s。．.；;，,、!！་།]+$/u, '')
  return words.length > LONGEST ? null : words
}

/** Whether words are written in Tibetan, be it with a Chinese name among them. */
export function isTibetan(words: string): boolean {
  return /\p{Script=Tibetan}/u.test(words)
}

const TELEPHONE = /^(?:\+?86-?)?(?:\(\d{3,4}\)|\d{3,4}-)?\d{5,12}(?:-\d{1,5})?$/

/** An office's telephone numbers, several parted by ` / `; null where one of them is none. */
export function readOfficeTelephone(text: string): string | null {
  const numbers = text
    .normalize('NFKC')
    .split(/[、,;/]|或/u)
    .map((number) => number.replace(/\s+/gu, '').replace(/[—–]/gu, '-'))
    .filter((number) => number !== '')
  return numbers.length > 0 && numbers.every((number) => TELEPHONE.test(number)) ? numbers.join(' / ') : null
}
