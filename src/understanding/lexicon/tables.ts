/** A word of a table found in the text, at `from` (in units), `length` units long, with all that was filed under it. */
export type Found<T> = { readonly from: number; readonly length: number; readonly values: readonly T[] }

/** Of each table the words found. */
export type FoundIn<Values> = { [Name in keyof Values]: Found<Values[Name]>[] }

/** Words of several tables, filed in one trie over units: hanzi are read by character, Tibetan by syllable. */
export type Tables<Values> = {
  readonly add: <Name extends keyof Values>(table: Name, word: readonly string[], value: Values[Name]) => void
  /** Of each table the longest word at each place, none overlapping another of it. One walk for all: time grows with the text alone. */
  readonly find: (units: readonly string[]) => FoundIn<Values>
}

type Node<Values> = {
  /** Null where no longer word begins so. */
  next: Map<string, Node<Values>> | null
  /** The tables that have this word, with what they filed under it. */
  readonly tables: (keyof Values)[]
  readonly values: { [Name in keyof Values]?: readonly Values[Name][] }
}

/** Empty tables. `none`: what is found in a text that holds no word, made anew for each. */
export function tables<Values>(none: () => FoundIn<Values>): Tables<Values> {
  const root = emptyNode<Values>()
  return {
    add: (table, word, value) => {
      const node = reach(root, word)
      const before: readonly Values[typeof table][] = node.values[table] ?? []
      if (before.length === 0) node.tables.push(table)
      node.values[table] = [...before, value]
    },
    find: (units) => {
      const found = none()
      for (let from = 0; from < units.length; from++) noteAt(found, root, units, from)
      return found
    },
  }
}

function emptyNode<Values>(): Node<Values> {
  return { next: null, tables: [], values: {} }
}

function reach<Values>(root: Node<Values>, word: readonly string[]): Node<Values> {
  let node = root
  for (const unit of word) {
    node.next ??= new Map()
    const next = node.next.get(unit) ?? emptyNode<Values>()
    node.next.set(unit, next)
    node = next
  }
  return node
}

function noteAt<Values>(
  found: FoundIn<Values>,
  root: Node<Values>,
  units: readonly string[],
  from: number,
): void {
  let node: Node<Values> | undefined = root
  for (let at = from; at < units.length; at++) {
    node = node.next?.get(units[at] ?? '')
    if (node === undefined) return
    for (const table of node.tables)
      note(found[table], { from, length: at - from + 1, values: node.values[table] ?? [] })
  }
}

// A longer word takes the place of the one that begins as it does; what begins within another is none.
function note<T>(found: Found<T>[], word: Found<T>): void {
  const last = found.at(-1)
  if (last === undefined || word.from >= last.from + last.length) found.push(word)
  else if (last.from === word.from) found[found.length - 1] = word
}
