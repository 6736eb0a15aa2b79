import { expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createVault } from '../../../src/privacy/vault.ts'
import { statement } from '../../../src/storage/store.ts'
import { TEST_KEY } from '../fixed.ts'
import { importFamilies, telephoneOf } from '../families.ts'
import { testServices } from '../services.ts'
import { send } from '../telephones.ts'

it(`a register imported while keys rotate ends no link that a telephone showed, on ${PLATFORM}`, async () => {
  const before = await testServices(await openTestStore())
  await importFamilies(before, [{}])
  await send(before, '7000001', '你好', 'telegram')
  const { store, vault } = before
  await store.atomically([
    statement(
      `insert into contact_households (contact_id, household_id, how, linked_at, shown)
       select c.id, h.id, 'shared-contact', '2026-11-18', ?1 from contacts c, households h`,
      [vault.index('address', telephoneOf(0))],
    ),
  ])
  const both = { ...before, vault: await createVault(new Uint8Array(32).fill(10), TEST_KEY) }
  await importFamilies(both, [{ children: [['王志强', '09']] }])
  expect(await store.rows('select shown from contact_households')).toEqual([
    { shown: both.vault.index('address', telephoneOf(0)) },
  ])
})
