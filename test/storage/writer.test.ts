import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gather } from '../../src/storage/gathering.ts'
import { openSqlite, type SqliteStore } from '../../src/storage/sqlite.ts'
import { mustHaveChangedOne, statement } from '../../src/storage/store.ts'
import { writeInThread } from '../../src/storage/writer.ts'

let opened: SqliteStore
let writer: ReturnType<typeof writeInThread>

beforeEach(() => {
  const path = join(mkdtempSync(join(tmpdir(), 'huixue-')), 'huixue.db')
  opened = openSqlite(path)
  writer = writeInThread(opened, path)
})

afterEach(async () => {
  await writer.close()
  opened.close()
})

const count = (key: string) =>
  statement(`insert into link_tries (key, day, count) values (?1, '2026-11-24', 1)`, [key])
const kept = () => writer.store.rows('select key from link_tries order by key')

describe('a store that writes in a thread of its own', () => {
  beforeEach(() => writer.ready)

  it('reads what it wrote', async () => {
    expect(await writer.store.atomically([count('a'), count('b')])).toBe('committed')
    expect(await kept()).toEqual([{ key: 'a' }, { key: 'b' }])
  })

  it('writes units in the order they were given', async () => {
    const moved = statement(`update link_tries set count = count + 1 where key = 'a'`)
    const outcomes = [[count('a')], [moved, mustHaveChangedOne()], [count('a')]].map((writes) =>
      writer.store.atomically(writes),
    )
    expect(await Promise.all(outcomes)).toEqual(['committed', 'committed', 'conflict'])
  })

  it('leaves nothing of a unit whose guard fails', async () => {
    const nothing = statement(`update link_tries set count = 2 where key = 'nobody'`)
    expect(await writer.store.atomically([count('a'), nothing, mustHaveChangedOne()])).toBe('conflict')
    expect(await kept()).toEqual([])
  })

  it('makes what it gathered together, and shows none of it before', async () => {
    const { add, commit } = gather(writer.store)
    for (const key of 'abcdefgh') await add([count(key)])
    expect(await kept()).toEqual([])
    expect(await commit()).toBe('committed')
    expect(await kept()).toHaveLength(8)
  })

  it('leaves nothing of pieces before and after one that fails, and writes what is gathered next', async () => {
    const failing = gather(writer.store)
    await failing.add([count('a')])
    await failing.add([
      statement(`update link_tries set count = 2 where key = 'nobody'`),
      mustHaveChangedOne(),
    ])
    await failing.add([count('b')])
    const outcome = failing.commit()
    const next = gather(writer.store)
    await next.add([count('c')])
    expect([await outcome, await next.commit()]).toEqual(['conflict', 'committed'])
    expect(await kept()).toEqual([{ key: 'c' }])
  })

  it('writes nothing of what it gathered where another write comes between, and says so', async () => {
    const { add, commit } = gather(writer.store)
    await add([count('a')])
    expect(await writer.store.atomically([count('b')])).toBe('committed')
    await add([count('c')])
    await expect(commit()).rejects.toThrow(/^database failure: WRITER_UNIT_LOST$/)
    expect(await kept()).toEqual([{ key: 'b' }])
  })

  it('tells another failure by its code alone', async () => {
    const wrong = writer.store.atomically([statement('insert into nowhere values (?1)', ['张小雨'])])
    await expect(wrong).rejects.toThrow(/^database failure: SQLITE_ERROR$/)
  })
})

it('keeps the order of its writes while the thread starts', async () => {
  const step = (from: number) => [
    statement(`update link_tries set count = count + 1 where key = 'a' and count = ?1`, [from]),
    mustHaveChangedOne(),
  ]
  const units = [writer.store.atomically([count('a')])]
  let isReady = false
  void writer.ready.then(() => {
    isReady = true
  })
  // Some go before the thread is ready, some after.
  for (let more = 50; more > 0; more -= Number(isReady)) {
    units.push(writer.store.atomically(step(units.length)))
    await new Promise(setImmediate)
  }
  expect(new Set(await Promise.all(units))).toEqual(new Set(['committed']))
})

it('gathers while the thread starts', async () => {
  const { add, commit } = gather(writer.store)
  await add([count('a')])
  await writer.ready
  await add([count('b')])
  expect(await commit()).toBe('committed')
  expect(await kept()).toEqual([{ key: 'a' }, { key: 'b' }])
})

it('writes nothing of what was gathered and not committed when it ends', async () => {
  await writer.ready
  await gather(writer.store).add([count('a')])
  await writer.close()
  expect(await opened.rows('select count(*) as n from link_tries')).toEqual([{ n: 0 }])
})

it('ends only once all is written', async () => {
  const units = Array.from({ length: 50 }, (_, at) => writer.store.atomically([count(`${at}`)]))
  await writer.close()
  expect(await Promise.all(units)).toEqual(Array(50).fill('committed'))
  expect(await opened.rows('select count(*) as n from link_tries')).toEqual([{ n: 50 }])
})
