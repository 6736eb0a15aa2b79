import type { ColumnId } from '../headers.ts'
import type { RejectionReason, WarningReason } from '../reasons.ts'
import type { Random } from './random.ts'
import type { SampleCells } from './rows.ts'

/** A fault put into a sample, as the import should find it. `row` counts within the household. */
export type SampleFault =
  | { readonly row: number; readonly column: ColumnId; readonly rejected: RejectionReason }
  | { readonly row: number; readonly column: ColumnId; readonly warned: WarningReason }

type Spoil = (rows: SampleCells[]) => readonly SampleFault[]

/** Puts the fault of this turn into a household; turns go through every kind of fault there is. */
export function spoil(rows: SampleCells[], turn: number, random: Random): readonly SampleFault[] {
  const kind = SPOILERS[turn % SPOILERS.length]
  return kind === undefined || rows.length === 0 ? [] : kind(rows, random)
}

const last = (rows: SampleCells[]) => rows.length - 1

function setting(column: ColumnId & keyof SampleCells, value: string, rejected: RejectionReason): Spoil {
  return (rows) => {
    const row = rows[last(rows)]
    if (row === undefined) return []
    row[column] = value
    return [{ row: last(rows), column, rejected }]
  }
}

const SPOILERS: readonly ((rows: SampleCells[], random: Random) => readonly SampleFault[])[] = [
  setting('householdNumber', '-', 'household-number-missing'),
  setting('personNumber', '', 'person-number-missing'),
  setting('name', '无', 'name-missing'),
  setting('county', '不知县', 'county-unknown'),
  setting('idNumber', '62990019850101', 'id-number-length'),
  setting('idNumber', '6.299E+17', 'id-number-digits-lost'),
  wrongCheckCharacter,
  personTwice,
  countiesDisagree,
  relationAndSexDisagree,
  pupilWithLabourSkill,
  schoolingDisagrees,
  headless,
  telephoneInvalid,
  liftedWithoutYear,
]

function wrongCheckCharacter(rows: SampleCells[]): readonly SampleFault[] {
  const row = rows[last(rows)]
  if (row === undefined) return []
  const right = row.idNumber.at(-1) ?? '0'
  row.idNumber = `${row.idNumber.slice(0, -1)}${right === '5' ? '6' : '5'}`
  return [{ row: last(rows), column: 'idNumber', rejected: 'id-number-checksum' }]
}

function personTwice(rows: SampleCells[]): readonly SampleFault[] {
  const [first, second] = rows
  if (first === undefined || second === undefined) return []
  second.personNumber = first.personNumber
  const rejected = 'person-number-conflict'
  return [0, 1].map((row) => ({ row, column: 'idNumber', rejected }))
}

function countiesDisagree(rows: SampleCells[]): readonly SampleFault[] {
  const row = rows[last(rows)]
  if (row === undefined || rows.length < 2) return []
  row.county = /621024|合水县/.test(row.county) ? '621025' : '621024'
  return rows.map((_, at) => ({ row: at, column: 'county', rejected: 'household-counties-disagree' }))
}

function relationAndSexDisagree(rows: SampleCells[]): readonly SampleFault[] {
  const at = rows.findIndex(({ relation }) => /^(0[34]|1[12]|之.)$/.test(relation))
  const row = rows[at]
  if (row === undefined) return []
  row.relation = row.sex === '男' ? '之女' : '之子'
  return [{ row: at, column: 'relation', warned: 'relation-and-sex-disagree' }]
}

function pupilWithLabourSkill(rows: SampleCells[]): readonly SampleFault[] {
  const at = pupilAt(rows)
  const row = rows[at]
  if (row === undefined) return []
  row.labour = '技能劳动力'
  return [{ row: at, column: 'labour', warned: 'pupil-with-labour-skill' }]
}

function schoolingDisagrees(rows: SampleCells[]): readonly SampleFault[] {
  const at = pupilAt(rows)
  const row = rows[at]
  if (row === undefined) return []
  row.schooling = '大专及以上'
  return [{ row: at, column: 'schooling', warned: 'schooling-and-school-status-disagree' }]
}

function headless(rows: SampleCells[]): readonly SampleFault[] {
  const row = rows[0]
  if (row === undefined) return []
  row.relation = '其他'
  return [{ row: 0, column: 'relation', warned: 'household-without-head' }]
}

function telephoneInvalid(rows: SampleCells[]): readonly SampleFault[] {
  for (const row of rows) row.telephone = '0939-6122'
  return [{ row: 0, column: 'telephone', warned: 'telephone-invalid' }]
}

function liftedWithoutYear(rows: SampleCells[]): readonly SampleFault[] {
  for (const row of rows)
    Object.assign(row, { liftedState: '已脱贫', liftedYear: '', laterKind: '', householdKind: '一般贫困户' })
  return [{ row: 0, column: 'liftedYear', warned: 'lifted-without-year' }]
}

// A kindergarten or school child: young enough that finished higher schooling cannot fit.
function pupilAt(rows: SampleCells[]): number {
  return rows.findIndex(({ schoolStatus }) =>
    /^(0[2-9]|学前教育|小学|[七八九]年级|高中.年级)$/.test(schoolStatus),
  )
}
