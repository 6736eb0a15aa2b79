import { type Area, PROVINCE } from './area.ts'
import type { Role } from './permissions.ts'

/** Who acts: a member of staff at the desk, or another system by its token. `name` stands in the audit. */
export type Actor = { readonly name: string; readonly role: Role; readonly area: Area }

/** Who bears a token of API_TOKENS acts for the whole province under the token's name. */
export function tokenActor(name: string): Actor {
  return { name, role: 'service', area: PROVINCE }
}
