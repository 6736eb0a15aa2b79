import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { normaliseTibetan } from '../tibetan/normalise.ts'
import { isLegalSyllable } from '../tibetan/spelling.ts'

/** Writes the syllables that stand at least twice in the `.json` and `.tsv` files of the folders; synonyms, which hold slips, apart. */
export function writeCommonSyllables(sources: readonly URL[], target: URL): void {
  const counts = new Map<string, number>()
  for (const folder of sources) {
    for (const name of readdirSync(folder).filter((file) => /\.(?:json|tsv)$/.test(file))) {
      if (name === 'synonyms.json') continue
      const text = normaliseTibetan(readFileSync(new URL(name, folder), 'utf8'))
      for (const [syllable] of text.matchAll(/[\u0f40-\u0fbc]+/g)) {
        if (isLegalSyllable(syllable)) counts.set(syllable, (counts.get(syllable) ?? 0) + 1)
      }
    }
  }
  const common = [...counts].filter(([, count]) => count > 1).map(([syllable]) => syllable)
  writeFileSync(target, `${JSON.stringify(common.sort(), null, 2)}\n`)
}
