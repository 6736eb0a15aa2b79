import { type Store, StoreError } from '../../src/storage/store.ts'
import { type Random, seeded } from '../bench/random.ts'

/** Whether the database refuses a statement this time. */
export type Refuses = (sql: string) => boolean

/** A store that refuses: reads and claims after they were done (their answer is lost), batches before they are begun. */
export function refusing(store: Store, refuses: Refuses): Store {
  const check = (sql: string) => {
    if (refuses(sql)) throw new StoreError('D1_ERROR')
  }
  return {
    ...store,
    rows: async <Row>(sql: string, params: Parameters<Store['rows']>[1] = []) => {
      const rows = await store.rows<Row>(sql, params)
      check(sql)
      return rows
    },
    atomically: async (writes) => {
      check(writes[0]?.toSQL().sql ?? '')
      return store.atomically(writes)
    },
  }
}

/**
 * Refuses one in five, by chance: what kept step with the queries would always meet the same one. Each statement has a
 * chance of its own, so that a seed refuses the same ones again in whatever order they come.
 */
export function oneInFive(seed: number): Refuses {
  const chances = new Map<string, Random>()
  return (sql) => {
    const own = chances.get(sql) ?? seeded(hashOf(sql, seed))
    chances.set(sql, own)
    return own.chance(0.2)
  }
}

function hashOf(text: string, seed: number): number {
  return Array.from(text).reduce((hash, sign) => (Math.imul(hash, 31) + sign.charCodeAt(0)) | 0, seed)
}
