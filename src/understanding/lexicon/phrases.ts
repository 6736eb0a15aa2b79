import { type Found, tables } from './tables.ts'

/** Words to look for, filed in a trie over units. */
export type Phrases<T> = {
  readonly add: (word: readonly string[], value: T) => void
  /** The longest word at each place, none overlapping another. */
  readonly find: (units: readonly string[]) => readonly Found<T>[]
}

/** An empty table of words. */
export function phrases<T>(): Phrases<T> {
  const table = tables<{ readonly words: T }>(() => ({ words: [] }))
  return {
    add: (word, value) => table.add('words', word, value),
    find: (units) => table.find(units).words,
  }
}
