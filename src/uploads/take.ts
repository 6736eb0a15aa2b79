import { importRegister, type ImportOptions, previewRegister } from '../register/import.ts'
import { importLedger, type LedgerOptions } from '../register/ledger/import.ts'
import type { Services } from '../services.ts'
import { gather } from './gather.ts'
import { mappingOf } from './mapping.ts'
import { uploadSource } from './pieces.ts'
import type { Upload } from './read.ts'
import type { Found } from './upload.ts'

/** What came of reading or applying a file: a file that cannot be read has a fault, and what was seen of its columns. */
export type Taken = {
  readonly found: Found
  readonly fault: string | null
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

/** Runs a file through the import of its kind, under the id given; without one nothing is written but what it found. */
export async function takeUpload(
  services: Services,
  upload: Upload,
  importId: string | null,
): Promise<Taken> {
  return upload.kind === 'register'
    ? takeRegister(services, upload, importId)
    : takeLedger(services, upload, importId)
}

async function takeRegister(services: Services, upload: Upload, importId: string | null): Promise<Taken> {
  const heard = await gather(services, upload)
  const options: ImportOptions = {
    by: upload.by,
    area: upload.area,
    mapping: mappingOf(upload.mapping),
    listener: heard.register,
    rowsAtOnce: ROWS_AT_ONCE,
    isUndoable: true,
    ...(importId === null ? {} : { importId }),
    ...(upload.takenOn === null ? {} : { takenOn: upload.takenOn }),
  }
  const source = uploadSource(services, upload)
  const result = await (importId === null ? previewRegister : importRegister)(services, source, options)
  const gathered = await heard.end()
  if (result.ok) {
    const { counts, missing: gone, takenOn } = result.report
    return { found: { ...NOTHING, ...gathered, counts, gone, takenOn }, fault: null }
  }
  const { fault } = result
  const seen = fault.code === 'no-header' ? fault : { header: [], missing: [] }
  const columns = seen.header.map((name) => [name, null] as const)
  return {
    found: {
      ...NOTHING,
      ...gathered,
      columns: columns.length > 0 ? columns : gathered.columns,
      missing: seen.missing,
    },
    fault: fault.code,
  }
}

async function takeLedger(services: Services, upload: Upload, importId: string | null): Promise<Taken> {
  const heard = await gather(services, upload)
  const options: LedgerOptions = {
    by: upload.by,
    area: upload.area,
    isDry: importId === null,
    isUndoable: true,
    ...(importId === null ? {} : { importId }),
    ...heard.ledger,
    ...(upload.takenOn === null ? {} : { takenOn: upload.takenOn }),
  }
  const result = await importLedger(services, uploadSource(services, upload), options)
  const gathered = await heard.end()
  const found = { ...NOTHING, ...gathered, takenOn: upload.takenOn }
  if (result.ok) return { found: { ...found, counts: result.counts }, fault: null }
  const missing = result.fault === 'no-header' ? result.missing : []
  return { found: { ...found, missing }, fault: result.fault }
}
