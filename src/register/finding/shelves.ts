import type { Store } from '../../storage/store.ts'

const PERSONS_TO_A_SHELF = 100_000

/**
 * The shelves that the index of names is parted into, as a table. Blind indexes of names scatter over the whole of an
 * index, and each person imported would cost a page of it: an import fills one shelf after the other, each small enough
 * to stay in memory. Whoever seeks a name looks on every shelf; a province's register has some dozens.
 */
export const SHELVES = `(with recursive shelves (shelf) as (select 0 union all
  select shelf + 1 from shelves where shelf < (select max(shelf) from persons)) select shelf from shelves)`

/** Gives the shelf for the next new persons, of whom it is told how many; one import at a time adds any. */
export async function openShelves(store: Pick<Store, 'rows'>): Promise<(persons: number) => number> {
  const [row] = await store.rows<{ held: number }>('select coalesce(max(rowid), 0) as held from persons')
  let held = row?.held ?? 0
  return (persons) => {
    const shelf = Math.floor(held / PERSONS_TO_A_SHELF)
    held += persons
    return shelf
  }
}
