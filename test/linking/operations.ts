import type { Vault } from '../../src/privacy/vault.ts'
import type { Services } from '../../src/services.ts'

/** What a message made the services do, one after the other: statements by their text, seals by their length, digests by kind. */
export type Operations = { readonly answer: string; readonly operations: readonly string[] }

/** All that handling a message reads, writes, seals and digests. */
export async function operationsOf(
  services: Services,
  handle: (watched: Services) => Promise<string>,
): Promise<Operations> {
  const operations: string[] = []
  const { store, vault } = services
  const watchedVault: Vault = {
    ...vault,
    seal: async (plain, place) => {
      operations.push(`seal ${plain.length} for ${place.split('/')[0]}`)
      return vault.seal(plain, place)
    },
    open: async (sealed, place) => {
      operations.push(`open for ${place.split('/')[0]}`)
      return vault.open(sealed, place)
    },
    index: (kind, value) => {
      operations.push(`index ${kind}`)
      return vault.index(kind, value)
    },
    indexes: (kind, value) => {
      operations.push(`indexes ${kind}`)
      return vault.indexes(kind, value)
    },
  }
  const answer = await handle({
    ...services,
    vault: watchedVault,
    store: {
      ...store,
      rows: async (sql, params = []) => {
        operations.push(`read ${sql}`)
        return store.rows(sql, params)
      },
      atomically: async (writes) => {
        operations.push(...writes.map((write) => `write ${write.toSQL().sql}`), 'commit')
        return store.atomically(writes)
      },
    },
  })
  return { answer, operations }
}
