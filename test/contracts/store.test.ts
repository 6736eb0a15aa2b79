import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { gather } from '../../src/storage/gathering.ts'
import { households, persons } from '../../src/storage/schema.ts'
import {
  mustHaveChangedOne,
  type Query,
  type Store,
  StoreError,
  statement,
  write,
} from '../../src/storage/store.ts'

let store: Store
beforeEach(async () => {
  store = await openTestStore()
})

describe(`a store on ${PLATFORM}`, () => {
  it('is ready once migrated', async () => {
    expect(await store.ready()).toBe(true)
  })

  it('commits all writes of a batch', async () => {
    expect(await store.atomically([household('a'), household('b')])).toBe('committed')
    expect(await numbers()).toEqual(['a', 'b'])
  })

  it('commits an empty batch', async () => {
    expect(await store.atomically([])).toBe('committed')
  })

  it('commits what was gathered in pieces, all or none', async () => {
    const whole = gather(store)
    for (const number of ['a', 'b']) await whole.add([household(number)])
    expect(await whole.commit()).toBe('committed')
    const clashing = gather(store)
    for (const number of ['c', 'b']) await clashing.add([household(number)])
    expect(await clashing.commit()).toBe('conflict')
    expect(await numbers()).toEqual(['a', 'b'])
  })

  it('writes nothing of a batch in which a unique key is taken', async () => {
    await store.atomically([household('a')])
    expect(await store.atomically([household('b'), household('a')])).toBe('conflict')
    expect(await numbers()).toEqual(['a'])
  })

  it('writes nothing of a batch whose guarded write changed no row', async () => {
    await store.atomically([household('a')])
    const writes = [household('b'), townshipWhere('nobody'), mustHaveChangedOne()]
    expect(await store.atomically(writes)).toBe('conflict')
    expect(await numbers()).toEqual(['a'])
  })

  it('lets a guarded write pass that changed exactly one row, again and again', async () => {
    await store.atomically([household('a'), household('b')])
    for (const number of ['a', 'b']) {
      expect(await store.atomically([townshipWhere(number), mustHaveChangedOne()])).toBe('committed')
    }
  })

  it('lets one of two writers win a compare-and-set', async () => {
    await store.atomically([household('a')])
    const claim = () =>
      store.atomically([
        statement("update households set township = 'taken' where number_index = 'a' and township is null"),
        mustHaveChangedOne(),
      ])
    const outcomes = await Promise.all([claim(), claim(), claim()])
    expect(outcomes.toSorted()).toEqual(['committed', 'conflict', 'conflict'])
  })

  it('takes a bulk of rows by json_each in one statement', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => [`h${at}`, `n${at}`])
    const bulk = statement(
      `insert into households (id, number_index, sealed, county, village_key, taken_on, import_id, line, content_index)
       select value ->> 0, value ->> 1, '', '621223', '', '2026-01-01', 'i', 1, '' from json_each(?1)`,
      [JSON.stringify(rows)],
    )
    expect(await store.atomically([bulk])).toBe('committed')
    expect(await store.rows('select count(*) as n from households')).toEqual([{ n: 1000 }])
  })

  it('removes a household with its members', async () => {
    await store.atomically([household('a'), person('a', 'p')])
    await store.atomically([write(store.db.delete(households))])
    expect(await store.db.select().from(persons)).toEqual([])
  })

  it('refuses a member of no household, as a failure without values', async () => {
    await expect(store.atomically([person('nobody', '张三丰')])).rejects.toThrow(StoreError)
    await expect(store.atomically([person('nobody', '张三丰')])).rejects.not.toThrow(/张三丰/)
  })

  it('tells a failing read by its code, without its values', async () => {
    await expect(store.rows('select * from nowhere where name = ?1', ['张三丰'])).rejects.toThrow(StoreError)
  })

  it('reads booleans and nulls back as they were written', async () => {
    await store.atomically([household('a'), person('a', 'p')])
    const [row] = await store.db.select().from(persons)
    expect(row).toMatchObject({ finalYear: true, stage: null })
  })
})

function household(number: string): Query {
  return write(
    store.db.insert(households).values({
      id: number,
      numberIndex: number,
      sealed: '',
      county: '621223',
      villageKey: '',
      takenOn: '2026-01-01',
      importId: 'i',
      line: 1,
      contentIndex: '',
    }),
  )
}

function person(householdId: string, number: string): Query {
  return write(
    store.db
      .insert(persons)
      .values({ id: number, householdId, numberIndex: number, finalYear: true, takenOn: '2026-01-01' }),
  )
}

function townshipWhere(number: string): Query {
  return statement('update households set township = ?1 where number_index = ?2', ['新城子乡', number])
}

async function numbers(): Promise<string[]> {
  const rows = await store.rows<{ number: string }>(
    'select number_index as number from households order by 1',
  )
  return rows.map((row) => row.number)
}
