import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { enterOffice } from '../../src/register/offices/enter.ts'
import type { Services } from '../../src/services.ts'
import type { Role } from '../../src/staff/permissions.ts'
import { importPersonas, testServices } from './services.ts'
import { send } from './telephones.ts'

const MOTHER = '+8612900000001'
const FORM = {
  county: '621223',
  programme: 'preschool-fee-waiver',
  papers: '户口本,"原件"',
  telephone: '0939-6120000',
}

let services: Services

const staff = (role: Role, code = '621223', township: string | null = null) => ({
  name: 'li',
  role,
  area: { code, township },
})

describe(`an office's entry by form on ${PLATFORM}`, () => {
  beforeEach(async () => {
    services = await testServices(await openTestStore())
    await importPersonas(services)
  })

  it('is told to the next family that asks, word for word', async () => {
    expect(await enterOffice(services, staff('operator'), FORM)).toEqual({ ok: true })
    const answer = await send(services, MOTHER, '幼儿园免费怎么办理')
    expect(answer).toContain('户口本,"原件"')
    expect(answer).toContain('0939-6120000')
  })

  it('stands in the audit with who made it', async () => {
    await enterOffice(services, staff('operator'), FORM)
    expect(await services.store.rows('select actor, action, county from audit_entries')).toEqual([
      { actor: 'li', action: 'office.enter', county: '621223' },
    ])
  })

  it.each([
    ['an inspector', staff('inspector'), 'forbidden'],
    ["the neighbour's operator", staff('operator', '623025'), 'not-found'],
    ["a township's operator", staff('operator', '621223', '城关镇'), 'not-found'],
  ])('is not made by %s', async (_, actor, code) => {
    expect(await enterOffice(services, actor, FORM)).toMatchObject({ fault: { code } })
    expect(await services.store.rows('select 1 from offices')).toEqual([])
  })

  it.each([
    [{ closesOn: '2026-01-01', opensOn: '2026-02-01' }, 'window-backwards'],
    [{ papersBo: '户口本' }, 'not-tibetan'],
    [{ telephone: 'abc' }, 'telephone-unknown'],
    [{ papers: '', telephone: '' }, 'nothing-entered'],
  ])('is refused with the reason: %o', async (change, reason) => {
    expect(await enterOffice(services, staff('operator'), { ...FORM, ...change })).toMatchObject({
      fault: { code: 'invalid' },
      refused: { reason },
    })
    expect(await services.store.rows('select 1 from audit_entries')).toEqual([])
  })
})
