import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { findHouseholds } from '../../src/register/finding/find-households.ts'
import { importLedger } from '../../src/register/ledger/import.ts'
import { openShelves } from '../../src/register/finding/shelves.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import { statement } from '../../src/storage/store.ts'
import { idNumberOf, importFamilies, proofOf } from '../linking/register.ts'
import { testServices } from './services.ts'
import { send } from './telephones.ts'

const PERSONS = [
  { name: '张卫国', birthDate: '1984-05-02', serial: 7 },
  { name: '才让吉', birthDate: '1980-02-14', serial: 10 },
  { name: '赵大山', birthDate: '1960-03-11', serial: 13 },
] as const

let services: Awaited<ReturnType<typeof testServices>>

// As a register of some hundred thousand persons stands, the last of its shelves and one in between not taken.
beforeEach(async () => {
  services = await testServices(await openTestStore())
  await importFamilies(
    services,
    PERSONS.map((person) => ({ persons: [person] })),
  )
  await services.store.atomically([statement('update persons set shelf = 2 * (rowid - 1)')])
})

describe(`a name on whichever shelf of the index on ${PLATFORM}`, () => {
  it.each(PERSONS)('is found by staff: $name', async ({ name }) => {
    const found = await findHouseholds(services, tokenActor('li'), name)
    expect(found.flatMap(({ persons }) => persons.map((person) => person.name))).toEqual([name])
  })

  it.each(PERSONS)('proves its household: $name', async (person) => {
    expect(await send(services, '+8612900109999', proofOf(person))).toContain('核对好了')
  })

  it.each(PERSONS)('is known to the ledger by its ID number: $name', async (person) => {
    const text = `姓名,身份证号,项目,学年,状态,日期\n${person.name},${idNumberOf(person)},中职国家助学金,2026,已申请,2026-09-05\n`
    const source = {
      name: 'ledger.csv',
      digest: 'digest',
      async *open() {
        yield new TextEncoder().encode(text)
      },
    }
    const result = await importLedger(services, source, { by: 'test' })
    expect(result).toMatchObject({ ok: true, counts: { added: 1, rejected: 0 } })
  })
})

describe(`the shelves of new persons on ${PLATFORM}`, () => {
  it('are filled one after the other, from where the register has come to', async () => {
    const shelfFor = await openShelves(services.store)
    expect([99_990, 10, 150_000, 1, 1].map(shelfFor)).toEqual([0, 0, 1, 2, 2])
    await services.store.atomically([statement(`update persons set rowid = 777000 where shelf = 0`)])
    expect((await openShelves(services.store))(1)).toBe(7)
  })
})
