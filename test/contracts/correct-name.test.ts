import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { correctPerson, readCorrections } from '../../src/register/corrections/correct-person.ts'
import { findHouseholds } from '../../src/register/finding/find-households.ts'
import { loadHousehold } from '../../src/register/finding/look-up.ts'
import type { Services } from '../../src/services.ts'
import { signedInAs } from './desk.ts'
import { importFamilies, VOCATIONAL } from './families.ts'
import { testServices } from './services.ts'

const HOME = { code: '621223', township: null }
const STAFF = { name: 'li', role: 'operator', area: HOME } as const
const WHY = '户口簿上是这个字'

let services: Services
let household = ''
let child = ''

beforeEach(async () => {
  services = await testServices(await openTestStore())
  await importFamilies(services, [{}])
  const [row] = await services.store.rows<{ household: string; child: string }>(
    `select household_id as household, id as child from persons where stage = 'secondary-vocational'`,
  )
  household = row?.household ?? ''
  child = row?.child ?? ''
})

const correct = (name: string, was: string) =>
  correctPerson(services, STAFF, {
    household,
    person: child,
    values: { name },
    were: { name: was },
    why: WHY,
  })
const nameOf = async () =>
  (await loadHousehold(services, household))?.persons.find(({ id }) => id === child)?.name
const foundBy = async (name: string) => (await findHouseholds(services, STAFF, name)).length

describe(`a person's name put right on ${PLATFORM}`, () => {
  it('stands beside what the register says, is found by, and is nowhere in the open', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const at = `/console/households/${household}/persons/${child}`
    expect(await (await operator.get(at)).text()).toContain('<input name="name" value="王志强"')
    const fields = { name: '汪志强', 'was.name': '王志强', why: WHY }
    expect((await operator.post(at, fields)).status).toBe(303)
    expect(await nameOf()).toBe('汪志强')
    expect([await foundBy('汪志强'), await foundBy('王志强')]).toEqual([1, 0])
    const page = await (await operator.get(`/console/households/${household}`)).text()
    expect(page).toContain('姓名：登记册写的是王志强，改为汪志强。')
    expect(page).toContain(WHY)
    const tables = ['corrections', 'persons', 'households', 'audit_entries']
    const stored = await Promise.all(tables.map((table) => services.store.rows(`select * from ${table}`)))
    expect(JSON.stringify(stored)).not.toMatch(/志强|户口簿/)
  })

  it.each([
    ['the same register', [['王志强', VOCATIONAL]], '汪志强'],
    ['one that says something else of the person', [['王志强', '09']], '汪志强'],
    ['one that says another name', [['王自强', VOCATIONAL]], '王自强'],
    ['one that says the corrected name', [['汪志强', VOCATIONAL]], '汪志强'],
  ] as const)('after %s', async (_, children, name) => {
    await correct('汪志强', '王志强')
    await importFamilies(services, [{ children }])
    expect(await nameOf()).toBe(name)
    expect(await foundBy(name)).toBe(1)
    const isOvertaken = children[0][0] !== '王志强'
    expect(await readCorrections(services, household)).toHaveLength(isOvertaken ? 0 : 1)
  })

  it("is no correction any more once it is the register's again, however often it was corrected", async () => {
    expect(await correct('汪志强', '王志强')).toEqual({ ok: true })
    expect(await correct('汪自强', '汪志强')).toEqual({ ok: true })
    expect(await readCorrections(services, household)).toMatchObject([
      { field: 'name', registerValue: '王志强', by: 'li', why: WHY },
    ])
    expect(await correct('王志强', '汪自强')).toEqual({ ok: true })
    expect(await readCorrections(services, household)).toEqual([])
    expect(await foundBy('王志强')).toBe(1)
  })

  it.each([
    ['no name', '', '王志强', 'invalid'],
    ['a number for a name', '622827199003071234', '王志强', 'invalid'],
    ['a name over one that has changed meanwhile', '汪志强', '王小强', 'conflict'],
  ])('refuses %s, and changes nothing', async (_, name, was, code) => {
    expect(await correct(name, was)).toMatchObject({ ok: false, fault: { code } })
    expect(await nameOf()).toBe('王志强')
    expect(await readCorrections(services, household)).toEqual([])
  })

  it('is put right once where two do it at the same time', async () => {
    const results = await Promise.all([correct('汪志强', '王志强'), correct('望志强', '王志强')])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const name = await nameOf()
    expect(await foundBy(name ?? '')).toBe(1)
  })
})
