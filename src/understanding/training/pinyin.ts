import { readFileSync, writeFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'

/** Writes `lexicon/zh/pinyin.json`, letters → hanzi, from the words of `training/data/zh/pinyin-words.txt`; the first of homophones counts. */
export function writePinyinTable(source: URL, target: URL): void {
  const table = new Map<string, string>()
  for (const word of readFileSync(source, 'utf8').split(/\s+/u).filter(Boolean)) {
    const letters = pinyin(word, { toneType: 'none', type: 'array', v: true })
      .join('')
      .replace(/[^a-z]/g, '')
    if (letters !== '' && !table.has(letters)) table.set(letters, word)
  }
  writeFileSync(target, `${JSON.stringify(Object.fromEntries(table), null, 0)}\n`)
}
