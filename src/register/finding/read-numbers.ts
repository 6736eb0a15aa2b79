import type { Services } from '../../services.ts'
import { parseSealed, placeOfHousehold } from '../sealed.ts'

/** The register's own numbers of a household and of its persons, by their ids here. */
export type RegisterNumbers = { readonly household: string; readonly persons: ReadonlyMap<string, string> }

/** The register's numbers of these households, by the household's id: how an office finds a record among its papers. */
export async function readNumbers(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RegisterNumbers>> {
  const rows = await store.rows<{ id: string; sealed: string }>(
    'select id, sealed from households where id in (select value from json_each(?1))',
    [JSON.stringify(ids)],
  )
  const opened = rows.map(async ({ id, sealed }) => {
    const { number, persons } = parseSealed(await vault.open(sealed, placeOfHousehold(id)))
    return [
      id,
      { household: number, persons: new Map([...persons].map(([of, one]) => [of, one.number])) },
    ] as const
  })
  return new Map(await Promise.all(opened))
}
