import type { Vault } from '../../privacy/vault.ts'

/** A secret of the sign-in library's; the number stays with its key while keys rotate. */
type SignInSecret = { readonly version: number; readonly value: string }

/** The library's secrets, made of each key at hand, current first. */
export function signInSecrets(vault: Vault): SignInSecret[] {
  return vault
    .secrets('staff sign-in')
    .map((value) => ({ version: Number.parseInt(value.slice(0, 7), 16), value }))
}
