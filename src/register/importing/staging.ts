import { type Store, statement } from '../../storage/store.ts'
import type { Vault } from '../../privacy/vault.ts'
import type { Member, ReadMember } from '../row.ts'
import type { Row, Rows } from '../reading/rows.ts'
import { saidBy } from './json-rows.ts'
import { mustStillRun } from './progress.ts'
import { ImportStopped } from './report.ts'

/** A row of `import_rows`: blind indexes alone. */
export type Staged = {
  readonly line: number
  readonly household_index: string
  readonly person_index: string
  readonly id_index: string | null
}

/** What the first reading learned besides the staged rows. */
export type FirstReading = {
  readonly read: number
  /** Persons named only by rejected rows, by their household's index: named, so not missing. */
  readonly spared: ReadonlyMap<string, ReadonlySet<string>>
  /** `county|township` of every household in the file: the area it speaks for. */
  readonly areas: ReadonlySet<string>
}

const AT_ONCE = 1_000

/** Reads the file once and stages the blind indexes of every row that can be taken on its own. */
export async function stageRows(
  services: { readonly store: Store; readonly vault: Vault },
  importId: string,
  rows: Rows,
  read: {
    readonly member: (row: Row) => ReadMember
    readonly township: (cells: readonly string[]) => string
  },
): Promise<FirstReading> {
  const { store, vault } = services
  const spared = new Map<string, Set<string>>()
  const areas = new Set<string>()
  let count = 0
  let waiting: unknown[] = []
  let last = { number: '', index: '' }

  const write = async () => {
    if (waiting.length === 0) return
    const written = await store.atomically([
      ...mustStillRun(importId),
      statement(INSERT, [importId, JSON.stringify(waiting)]),
    ])
    waiting = []
    if (written !== 'committed') throw new ImportStopped('taken-over')
  }
  const stage = (member: Member) => {
    if (member.householdNumber !== last.number) {
      last = { number: member.householdNumber, index: vault.index('household', member.householdNumber) }
    }
    const idIndex = member.idNumber === null ? null : vault.index('id-number', member.idNumber.number)
    waiting.push([
      member.line,
      last.index,
      vault.index('person', member.personNumber),
      idIndex,
      member.county,
    ])
    areas.add(`${member.county}|${read.township(member.cells)}`)
  }

  for await (const piece of rows) {
    for (const row of piece) {
      count++
      const found = read.member(row)
      if (found.ok) stage(found.member)
      else spare(spared, vault, found)
      if (waiting.length >= AT_ONCE) await write()
    }
  }
  await write()
  return { read: count, spared, areas }
}

const INSERT = `${saidBy(2)} insert into import_rows (import_id, line, household_index, person_index, id_index, county)
  select ?1, item ->> 0, item ->> 1, item ->> 2, item ->> 3, item ->> 4 from said`

type Rejected = Extract<ReadMember, { ok: false }>

function spare(
  spared: Map<string, Set<string>>,
  vault: Vault,
  { householdNumber, personNumber }: Rejected,
): void {
  if (householdNumber === '') return
  const household = vault.index('household', householdNumber)
  const persons = spared.get(household) ?? new Set()
  if (personNumber !== '') persons.add(vault.index('person', personNumber))
  spared.set(household, persons)
}
