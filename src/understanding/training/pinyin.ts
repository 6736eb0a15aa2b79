import { readFileSync, writeFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'

/** Writes what the pinyin reader knows: letters → hanzi, of homophones the word that comes first. */
export function writePinyinTable(source: URL, target: URL): void {
  const table = new Map<string, string>()
  for (const word of wordsOf(source)) {
    const letters = syllablesOf(word).join('')
    if (letters !== '' && !table.has(letters)) table.set(letters, word)
  }
  write(target, Object.fromEntries(table))
}

/** Writes what the mending of homophones knows: the words mended, and every common character that sounds as one of theirs. */
export function writeHomophones(source: URL, target: URL): void {
  const words = Object.fromEntries(wordsOf(source).map((word) => [word, syllablesOf(word).join(' ')]))
  const needed = new Set(Object.values(words).flatMap((letters) => letters.split(' ')))
  const characters = new Map<string, string>()
  for (const character of commonCharacters()) {
    const [syllable = ''] = syllablesOf(character)
    if (needed.has(syllable)) characters.set(syllable, (characters.get(syllable) ?? '') + character)
  }
  write(target, { words, characters: Object.fromEntries(characters) })
}

function wordsOf(source: URL): string[] {
  return readFileSync(source, 'utf8').split(/\s+/u).filter(Boolean)
}

function syllablesOf(word: string): string[] {
  return pinyin(word, { toneType: 'none', type: 'array', v: true }).map((syllable) =>
    syllable.replace(/[^a-z]/g, ''),
  )
}

/** The 3755 characters of GB 2312's first level. */
function commonCharacters(): string[] {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell)
  }
  return Array.from(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)))
}

function write(target: URL, table: object): void {
  writeFileSync(target, `${JSON.stringify(table)}\n`)
}
