import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { signInSecrets } from '../console/sign-in/secrets.ts'
import type { Vault } from '../privacy/vault.ts'

/** How a column's values are sealed, and how one under the previous key is told. */
export type Sealing = {
  /** What a value under the previous key begins with; null where no such key is at hand. */
  readonly previous: string | null
  readonly open: (sealed: string, place: string) => Promise<string>
  /** Under the current key. */
  readonly seal: (plain: string, place: string) => Promise<string>
}

/** As the vault seals. */
export function byVault(vault: Vault): Sealing {
  const [, previous] = vault.keyIds
  return { previous: previous === undefined ? null : `${previous}.`, open: vault.open, seal: vault.seal }
}

/** As the sign-in library seals the secrets of the second factor, under secrets made of our keys. */
export function bySignIn(vault: Vault): Sealing {
  const [current, previous] = signInSecrets(vault)
  const keys = new Map(signInSecrets(vault).map(({ version, value }) => [version, value]))
  const key = { keys, currentVersion: current?.version ?? 0 }
  return {
    previous: previous === undefined ? null : `$ba$${previous.version}$`,
    open: (data) => symmetricDecrypt({ key, data }),
    seal: (data) => symmetricEncrypt({ key, data }),
  }
}
