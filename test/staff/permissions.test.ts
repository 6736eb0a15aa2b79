import { describe, expect, it } from 'vitest'
import { PROVINCE } from '../../src/staff/area.ts'
import { type Action, may, ROLES } from '../../src/staff/permissions.ts'

const READS = [
  'overview.read',
  'register.read',
  'ledger.read',
  'cases.read',
  'broadcasts.read',
  'policy.read',
] as const
const CHANGES: readonly Action[] = [
  'register.import',
  'register.correct',
  'ledger.import',
  'cases.answer',
  'broadcasts.write',
  'broadcasts.approve',
  'offices.write',
  'policy.propose',
  'policy.approve',
  'understanding.label',
  'staff.manage',
]

describe('what a role may do', () => {
  it.each(CHANGES)('an inspector never changes anything: %s', (action) => {
    expect(may({ role: 'inspector' }, action)).toBe(false)
  })

  it.each(READS)('every role reads: %s', (action) => {
    for (const role of ROLES) expect(may({ role }, action), role).toBe(true)
  })

  it('an operator writes a broadcast and does not approve one', () => {
    const operator = { role: 'operator', name: 'o', area: PROVINCE } as const
    expect([may(operator, 'broadcasts.write'), may(operator, 'broadcasts.approve')]).toEqual([true, false])
  })

  it('an approver approves a broadcast and writes none', () => {
    const approver = { role: 'approver', name: 'a', area: PROVINCE } as const
    expect([may(approver, 'broadcasts.write'), may(approver, 'broadcasts.approve')]).toEqual([false, true])
  })

  it('a token manages no staff', () => {
    expect(may({ role: 'service' }, 'staff.manage')).toBe(false)
  })
})
