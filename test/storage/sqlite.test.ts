import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../src/storage/connection.ts'
import { openSqlite, type SqliteStore } from '../../src/storage/sqlite.ts'
import { statement } from '../../src/storage/store.ts'

let opened: SqliteStore
let other: Sqlite.Database

beforeEach(() => {
  const path = join(mkdtempSync(join(tmpdir(), 'huixue-')), 'huixue.db')
  opened = openSqlite(path)
  other = connect(path)
})

afterEach(() => {
  other.close()
  opened.close()
})

const kept = () => opened.rows('select key from link_tries order by key')
const count = (key: string) =>
  opened.atomically([
    statement(`insert into link_tries (key, day, count) values (?1, '2026-11-24', 1)`, [key]),
  ])

describe('what is written at the same moment', () => {
  it('is undone alone where it conflicts or fails: the others are committed, each once', async () => {
    const orphan = opened.atomically([
      statement(`insert into link_tries (key, day, count) values ('d', '2026-11-24', 1)`),
      statement(
        `insert into sessions (contact_id, version, sealed, updated_at) values ('nobody', 1, '', '')`,
      ),
    ])
    const outcomes = await Promise.allSettled([count('a'), count('b'), count('a'), orphan, count('c')])
    expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      'committed',
      'committed',
      'conflict',
      'StoreError: database failure: SQLITE_CONSTRAINT_FOREIGNKEY',
      'committed',
    ])
    expect(await kept()).toEqual([{ key: 'a' }, { key: 'b' }, { key: 'c' }])
    expect(await count('d')).toBe('committed')
  })
})

describe('a store beside another connection that writes', () => {
  beforeEach(() => {
    other.exec('begin immediate')
  })

  it('reads while its own writes wait, and writes them once the other has ended', async () => {
    const order: string[] = []
    const written = [count('a'), count('b')].map((one) => one.then((outcome) => order.push(outcome)))
    await new Promise((settle) => setTimeout(settle, 20))
    expect(await kept()).toEqual([])
    order.push('read')
    other.exec('commit')
    await Promise.all(written)
    expect(order).toEqual(['read', 'committed', 'committed'])
    expect(await kept()).toEqual([{ key: 'a' }, { key: 'b' }])
  })

  it('writes nothing, and says so, where the other does not end', async () => {
    await expect(count('a')).rejects.toThrow(/^database failure: SQLITE_BUSY$/)
    other.exec('commit')
    expect(await kept()).toEqual([])
    expect(await count('a')).toBe('committed')
  })
})
