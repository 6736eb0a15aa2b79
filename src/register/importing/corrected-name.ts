import type { Vault } from '../../privacy/vault.ts'

/** A name that staff put right, and the register's own in its place; a correction of field `name` holds both, sealed. */
export type CorrectedName = { readonly name: string; readonly register: string }

/** Seals what a correction of a person's name holds. */
export function sealName(vault: Vault, person: string, { name, register }: CorrectedName): Promise<string> {
  return vault.seal(JSON.stringify([name, register]), placeOfName(person))
}

/** Opens what `sealName` sealed. */
export async function openName(vault: Vault, person: string, sealed: string): Promise<CorrectedName> {
  const [name, register] = JSON.parse(await vault.open(sealed, placeOfName(person))) as [string, string]
  return { name, register }
}

/** What a corrected name is bound to. */
export function placeOfName(person: string): string {
  return `corrections/${person}/name/value`
}
