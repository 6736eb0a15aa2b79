import { importRegister, type ImportOptions, previewRegister } from '../register/import.ts'
import { importLedger, type LedgerOptions } from '../register/ledger/import.ts'
import type { Services } from '../services.ts'
import { gather, type Gathered } from './gather.ts'
import { WORKERS_LIMITS } from './limits.ts'
import { ledgerMapping, registerMapping } from './mapping.ts'
import type { Mark } from './mark.ts'
import { uploadSource } from './pieces.ts'
import type { Upload } from './read.ts'
import type { Found } from './upload.ts'

/** What came of reading or applying a file: a file that cannot be read has a fault, and what was seen of its columns. */
export type Taken = {
  readonly found: Found
  readonly fault: string | null
  /** Where a further step goes on; null once all is done. */
  readonly mark: Mark | null
}

/** Where a step begins (null: at the beginning), when it is to end, and under which id it writes (null: it writes nothing). */
export type Step = {
  readonly importId: string | null
  readonly from: Mark | null
  readonly isEnough: () => boolean
}

const NOTHING: Found = {
  takenOn: null,
  columns: [],
  missing: [],
  counts: null,
  gone: { households: 0, persons: 0 },
  rejections: {},
  warnings: {},
  added: [],
  changed: [],
  missed: [],
}

// A batch's writes travel as one request to D1: a thousand rows of it stay far below its bounds.
const ROWS_AT_ONCE = 1_000

/** Runs a file, or a step of it, through the import of its kind; without an id nothing is written but what it found. */
export async function takeUpload(services: Services, upload: Upload, step: Step): Promise<Taken> {
  const take = upload.kind === 'register' ? takeRegister : takeLedger
  return withoutRowForHeader(await take(services, upload, step))
}

const NUMBER_OF_A_PERSON = /^\d{10,}[\dXx]$/

// A person's row is no header: its numbers are neither shown as columns nor remembered as their names.
function withoutRowForHeader(taken: Taken): Taken {
  const { fault, found } = taken
  const isRow = found.columns.some(([name]) => NUMBER_OF_A_PERSON.test(name.trim()))
  if (fault !== 'no-header' || !isRow) return taken
  return { ...taken, fault: 'row-for-header', found: { ...found, columns: [], missing: [] } }
}

async function takeRegister(
  services: Services,
  upload: Upload,
  { importId, from, isEnough }: Step,
): Promise<Taken> {
  const heard = await gather(services, upload, from?.gathered)
  const options: ImportOptions = {
    by: upload.by,
    area: upload.area,
    mapping: registerMapping(upload.mapping),
    listener: heard.register,
    rowsAtOnce: ROWS_AT_ONCE,
    isUndoable: true,
    mostRows: rowsOf(services),
    from: from !== null && 'pieces' in from.left ? from.left : null,
    isEnough,
    ...(importId === null ? {} : { importId }),
    ...(upload.takenOn === null ? {} : { takenOn: upload.takenOn }),
  }
  const source = uploadSource(services, upload)
  const result = await (importId === null ? previewRegister : importRegister)(services, source, options)
  const gathered = await heard.end()
  if (result.ok) {
    const { counts, missing: gone, takenOn } = result.report
    const mark = result.left === null ? null : { left: result.left, gathered }
    return { found: { ...NOTHING, ...told(gathered), counts, gone, takenOn }, fault: null, mark }
  }
  const { fault } = result
  const seen = fault.code === 'no-header' ? fault : { header: [], missing: [] }
  const columns = seen.header.map((name) => [name, null] as const)
  return {
    found: {
      ...NOTHING,
      ...told(gathered),
      columns: columns.length > 0 ? columns : gathered.columns,
      missing: seen.missing,
    },
    fault: fault.code,
    mark: null,
  }
}

async function takeLedger(
  services: Services,
  upload: Upload,
  { importId, from, isEnough }: Step,
): Promise<Taken> {
  const heard = await gather(services, upload, from?.gathered)
  const options: LedgerOptions = {
    by: upload.by,
    area: upload.area,
    isDry: importId === null,
    mapping: ledgerMapping(upload.mapping),
    isUndoable: true,
    mostRows: rowsOf(services),
    from: from !== null && 'said' in from.left ? from.left : null,
    isEnough,
    ...(importId === null ? {} : { importId }),
    ...heard.ledger,
    ...(upload.takenOn === null ? {} : { takenOn: upload.takenOn }),
  }
  const result = await importLedger(services, uploadSource(services, upload), options)
  const gathered = await heard.end()
  const found = { ...NOTHING, ...told(gathered), takenOn: upload.takenOn }
  if (result.ok) {
    const { counts, left } = result
    return { found: { ...found, counts }, fault: null, mark: left === null ? null : { left, gathered } }
  }
  const missing = result.fault === 'no-header' ? result.missing : []
  return { found: { ...found, missing }, fault: result.fault, mark: null }
}

function rowsOf({ uploadLimits = WORKERS_LIMITS }: Services): number {
  return uploadLimits.rows
}

function told({ findings, ...heard }: Gathered) {
  const { rejected: rejections, warned: warnings } = findings.counts
  return { ...heard, rejections, warnings }
}
