import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { importPersonas, testServices } from '../contracts/services.ts'
import { send } from '../contracts/telephones.ts'

const MOTHER = '+8612900000001'

const folder = mkdtempSync(join(tmpdir(), 'huixue-erased-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('nothing of a person forgotten is left in any byte of the database’s files, its log and its free pages', async () => {
  const store = openSqlite(join(folder, 'huixue.db'))
  const services = await testServices(store, { CONTACT_RATE: '1000' })
  await importPersonas(services)
  // Enough to fill pages of their own, which erasing sets free.
  for (let turn = 0; turn < 60; turn++) await send(services, MOTHER, `幼儿园免费吗${turn}`)
  await send(services, MOTHER, '登记错了')
  await send(services, MOTHER, '女儿写成了儿子')
  await send(services, MOTHER, '删除我的资料')

  const traces = (
    await store.rows<{ trace: string }>(
      `select id as trace from contacts union all select sealed_address from contacts
       union all select sealed from sessions union all select sealed from messages
       union all select sealed from case_messages union all select id from messages`,
    )
  ).map(({ trace }) => trace)
  expect(found(traces)).toHaveLength(traces.length)

  await send(services, MOTHER, '1')
  expect(found(traces)).toEqual([])
  store.close()
  expect(found(traces)).toEqual([])
})

/** Those of the texts that stand in any file beside the database. */
function found(traces: readonly string[]): readonly string[] {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  return traces.filter((trace) => files.some((bytes) => bytes.includes(trace)))
}
