import { auditWrite } from '../../audit/entry.ts'
import type { FieldFault, Result } from '../../fault.ts'
import { randomBytes } from '../../privacy/random.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { type Area, areaOf, contains } from '../../staff/area.ts'
import { may, ROLES, type Role } from '../../staff/permissions.ts'
import { mustHaveChangedOne, statement } from '../../storage/store.ts'
import { bytesToHex } from '@noble/hashes/utils.js'
import { type Auth, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './auth.ts'

/** Whom an administrator lets in, as which role, and where. */
export type Invitation = {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly area: Area
}

const VALID_MS = 3 * 24 * 3600 * 1000
const USERNAME = /^[a-z0-9_.]{3,30}$/
const PERSONS: readonly Role[] = ROLES.filter((role) => role !== 'service')

const TAKEN = 'select 1 from staff_users where username = ?1'
const INVITE = `insert into staff_invites (id, token_digest, username, name, role, area_code, township, by, expires_at)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`
// Two links may be out for one name: the first that is taken leaves the other without use.
const OPEN = `select id, username, name, role, area_code, township from staff_invites
  where token_digest = ?1 and used_at is null and expires_at > ?2
    and username not in (select username from staff_users where username is not null)`
const USE = 'update staff_invites set used_at = ?2 where id = ?1 and used_at is null'

/**
 * Makes a one-time link's secret for a new member of staff: good for three days, kept as a digest alone. Faults:
 * forbidden (not an administrator, or beyond one's own area or role), invalid (a field, by its name).
 */
export async function invite(
  services: Services,
  actor: Actor,
  { username, name, role, area }: Invitation,
): Promise<Result<string>> {
  if (!may(actor, 'staff.manage') || !contains(actor.area, area) || !mayGive(actor, role))
    return { ok: false, fault: { code: 'forbidden' } }
  const fields = [
    ...(USERNAME.test(username)
      ? []
      : [{ path: 'username', problem: '3 to 30 of a-z 0-9 _ .', told: { code: 'username-shape' } } as const]),
    ...(name.trim() !== '' && name.length <= 60
      ? []
      : [
          {
            path: 'name',
            problem: '1 to 60 characters',
            told: { code: 'length-between', params: { least: 1, most: 60 } },
          } as const,
        ]),
    ...((await services.store.rows(TAKEN, [username])).length === 0
      ? []
      : [{ path: 'username', problem: 'taken', told: { code: 'taken' } } as const]),
  ]
  if (fields.length > 0) return { ok: false, fault: { code: 'invalid', fields } }
  const token = bytesToHex(randomBytes(24))
  const id = services.ids()
  const expires = new Date(services.clock().getTime() + VALID_MS).toISOString()
  const digest = services.vault.index('invite', token)
  await services.store.atomically([
    statement(INVITE, [id, digest, username, name, role, area.code, area.township, actor.name, expires]),
    auditWrite(services, actor, {
      action: 'staff.invite',
      subject: username,
      detail: { role, area: area.code },
    }),
  ])
  return { ok: true, value: token }
}

/** Whom a link's secret lets in; null for one that is used, too old, or none. */
export async function findInvite(
  services: Services,
  token: string,
): Promise<(Invitation & { readonly id: string }) | null> {
  const digests = services.vault.indexes('invite', token)
  const now = services.clock().toISOString()
  for (const digest of digests) {
    const [row] = await services.store.rows<InviteRow>(OPEN, [digest, now])
    const area = row === undefined ? null : areaOf(row.area_code, row.township)
    if (row !== undefined && area !== null)
      return { id: row.id, username: row.username, name: row.name, role: row.role, area }
  }
  return null
}

type InviteRow = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly area_code: string
  readonly township: string | null
}

/** Makes the account of who holds the link, with the password they chose. Faults: not-found, invalid, conflict (used meanwhile). */
export async function acceptInvite(
  services: Services,
  auth: Auth,
  token: string,
  password: string,
): Promise<Result<Invitation>> {
  const found = await findInvite(services, token)
  if (found === null) return { ok: false, fault: { code: 'not-found' } }
  const fields = passwordFaults(password, found.username)
  if (fields.length > 0) return { ok: false, fault: { code: 'invalid', fields } }
  const used = await services.store.atomically([
    statement(USE, [found.id, services.clock().toISOString()]),
    mustHaveChangedOne(),
    auditWrite(
      services,
      { name: found.username, role: found.role },
      { action: 'staff.join', subject: found.username },
    ),
  ])
  if (used === 'conflict') return { ok: false, fault: { code: 'conflict' } }
  await createStaff(auth, found, password)
  return { ok: true, value: found }
}

/** Makes an account at once, for the command and the demo. */
export async function createStaff(
  auth: Auth,
  { username, name, role, area }: Invitation,
  password: string,
): Promise<void> {
  const { internalAdapter, password: hashing } = await auth.$context
  const user = await internalAdapter.createUser(
    {
      name,
      // The library wants an address; `.invalid` is nobody's (RFC 2606).
      email: `${username}@staff.invalid`,
      username,
      displayUsername: username,
      role,
      areaCode: area.code,
      township: area.township,
      language: 'zh-CN',
      disabled: false,
    },
    { method: 'admin' },
  )
  await internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: await hashing.hash(password),
  })
}

// None where it may be used.
function passwordFaults(password: string, username: string): readonly FieldFault[] {
  const isLong = password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD
  if (!isLong)
    return [{ path: 'password', problem: `must have ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters` }]
  const isPlain = password.toLowerCase().includes(username) || new Set(password).size < 5
  return isPlain ? [{ path: 'password', problem: 'is too easy to guess' }] : []
}

// A county's administrator makes no province's.
function mayGive({ role }: Actor, given: Role): boolean {
  return PERSONS.includes(given) && (role === 'province-administrator' || given !== 'province-administrator')
}
