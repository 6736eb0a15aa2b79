export const ROLES = [
  'province-administrator',
  'county-administrator',
  'operator',
  'approver',
  'inspector',
  'service',
] as const
/** `service` is another system with a token; no person has it. */
export type Role = (typeof ROLES)[number]

const EVERYONE = ROLES
const NO_INSPECTOR = ROLES.filter((role) => role !== 'inspector')
const WRITERS = ['province-administrator', 'county-administrator', 'operator', 'service'] as const
const DECIDERS = ['province-administrator', 'county-administrator', 'approver', 'service'] as const
const EXPORTERS = ['province-administrator', 'county-administrator', 'inspector', 'service'] as const
const ADMINISTRATORS = ['province-administrator', 'county-administrator'] as const

/** What each role may do, always within its own area. An inspector reads and exports, and changes nothing. */
const ALLOWED = {
  'overview.read': EVERYONE,
  'register.read': EVERYONE,
  'register.import': WRITERS,
  'register.correct': WRITERS,
  'ledger.read': EVERYONE,
  'ledger.import': WRITERS,
  // Whole lists of names leave the building: those who answer for an area, and who inspects it.
  'ledger.export': EXPORTERS,
  'cases.read': EVERYONE,
  'cases.answer': NO_INSPECTOR,
  'broadcasts.read': EVERYONE,
  'broadcasts.write': WRITERS,
  'broadcasts.approve': DECIDERS,
  'offices.read': EVERYONE,
  'offices.write': WRITERS,
  'policy.read': EVERYONE,
  'policy.propose': ['province-administrator', 'service'],
  'policy.approve': ['province-administrator', 'approver', 'service'],
  'understanding.label': WRITERS,
  'inspection.export': EXPORTERS,
  'audit.read': ['province-administrator', 'county-administrator', 'inspector'],
  'staff.manage': ADMINISTRATORS,
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Action = keyof typeof ALLOWED

/** Whether the actor's role may do this at all; whether it may do it there is the area's to say. */
export function may({ role }: { readonly role: Role }, action: Action): boolean {
  const roles: readonly Role[] = ALLOWED[action]
  return roles.includes(role)
}
