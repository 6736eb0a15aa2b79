import { readdirSync, readFileSync } from 'node:fs'
import { normalise } from '../script.ts'
import type { Language } from '../types.ts'
import { type Example, readExamples } from './examples.ts'

const FOLDER = new URL('../../../test/understanding/', import.meta.url)
/** Of each language: nobody tunes on these. */
const FILES = ['held-out.tsv', 'out-of-scope.tsv', 'manners.tsv']
const LANGUAGES = ['zh', 'bo']

/** The sentences of a language that what it understands is measured on. */
export function keptAside(language: Language): Example[] {
  const code = language === 'bo' ? 'bo' : 'zh'
  return FILES.flatMap((file) => readExamples(new URL(`${code}/${file}`, FOLDER)))
}

/** Tells whether a sentence stands in any evaluation set, whatever its marks: to learn from it would make a figure worthless. */
export function evaluationSentences(): (text: string) => boolean {
  const texts = LANGUAGES.flatMap((code) =>
    readdirSync(new URL(`${code}/`, FOLDER))
      .filter((name) => name.endsWith('.tsv'))
      .flatMap((name) => readFileSync(new URL(`${code}/${name}`, FOLDER), 'utf8').split('\n'))
      .map((line) => wordsOf(line.split('\t')[0] ?? '')),
  )
  const known = new Set(texts)
  return (text) => known.has(wordsOf(text))
}

/** A sentence without what makes it no other: marks, spaces, width. */
export function wordsOf(text: string): string {
  return normalise(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
