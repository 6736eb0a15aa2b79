/** The bare statements that a broadcast's counting and its outbox are compared with, on the same rows. */
import { bitOf } from '../../../src/policy/outcomes.ts'
import { connect } from '../../../src/storage/connection.ts'
import { openSqlite } from '../../../src/storage/sqlite.ts'
import { BODY } from './scene.ts'

const BIT = bitOf(BODY.audience.programme)

// Who does not qualify and has a telephone, by language: no ledger, no stops, no reasons, no sample.
const COUNT = `select h.language, count(*) as persons from households h
  join persons p on p.household_id = h.id and (p.eligible | p.unknown) & ${BIT} = 0
  where exists (select 1 from household_telephones t where t.household_id = h.id) group by 1`

/** Counts the audience by one statement. */
export function countedBarely(database: string): void {
  const sqlite = connect(database)
  sqlite.prepare(COUNT).all()
  sqlite.close()
}

/** Copies the outbox and the lines of its run, row by row as they are, into the same tables with the same indexes. */
export function copiedRows(
  database: string,
  copy: string,
): { readonly rows: number; readonly seconds: number } {
  openSqlite(copy).close()
  const sqlite = connect(copy)
  // The households and runs that the rows speak of are not there.
  sqlite.pragma('foreign_keys = OFF')
  sqlite.prepare('attach ? as queued').run(database)
  let rows = 0
  const began = performance.now()
  sqlite.transaction(() => {
    rows = sqlite.prepare('insert into outbox select * from queued.outbox').run().changes
    sqlite.exec('insert into broadcast_deliveries select * from queued.broadcast_deliveries')
  })()
  const seconds = (performance.now() - began) / 1000
  sqlite.close()
  return { rows, seconds }
}
