type Node<T> = { readonly next: Map<string, Node<T>>; values: T[] | null }

/** A word of the table found in the text, at `from` (in units), `length` units long, with all that was filed under it. */
export type Found<T> = { readonly from: number; readonly length: number; readonly values: readonly T[] }

/** Words to look for, filed in a trie over units: hanzi are read by character, Tibetan by syllable. */
export type Phrases<T> = {
  readonly add: (word: readonly string[], value: T) => void
  /** The longest word at each place, none overlapping another. One walk: time grows with the text alone. */
  readonly find: (units: readonly string[]) => Found<T>[]
}

/** An empty table of words. */
export function phrases<T>(): Phrases<T> {
  const root: Node<T> = { next: new Map(), values: null }
  return {
    add: (word, value) => {
      const node = reach(root, word)
      node.values = [...(node.values ?? []), value]
    },
    find: (units) => {
      const found: Found<T>[] = []
      for (let from = 0; from < units.length; ) {
        const match = longestAt(root, units, from)
        if (match !== null) found.push(match)
        from += match?.length ?? 1
      }
      return found
    },
  }
}

function reach<T>(root: Node<T>, word: readonly string[]): Node<T> {
  let node = root
  for (const unit of word) {
    const next = node.next.get(unit) ?? { next: new Map(), values: null }
    node.next.set(unit, next)
    node = next
  }
  return node
}

function longestAt<T>(root: Node<T>, units: readonly string[], from: number): Found<T> | null {
  let node: Node<T> | undefined = root
  let match: Found<T> | null = null
  for (let at = from; at < units.length; at++) {
    node = node.next.get(units[at] ?? '')
    if (node === undefined) break
    if (node.values !== null) match = { from, length: at - from + 1, values: node.values }
  }
  return match
}
