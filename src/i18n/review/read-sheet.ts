import { foreignScript, BOTH_SCRIPTS, placeholdersOf } from './foreign-script.ts'
import { type Review, wordingOf } from './reviews.ts'
import { type Column, RIGHT } from './sheet.ts'

/** A line of the sheet; `line` as the spreadsheet counts, from 1. */
export type SheetRow = { readonly line: number; readonly cells: readonly string[] }

/** A line that cannot be taken. */
type SheetFault = { readonly line: number; readonly column: Column; readonly problem: string }

/** What a reader's sheet says: corrected texts, and reviews of texts in their wording after correction. */
export type SheetRead = {
  readonly corrected: ReadonlyMap<string, string>
  readonly reviews: ReadonlyMap<string, Review>
  readonly notes: readonly { readonly key: string; readonly note: string }[]
  readonly faults: readonly SheetFault[]
}

type Texts = {
  readonly zh: ReadonlyMap<string, string>
  readonly bo: ReadonlyMap<string, string>
  /** What is mechanically wrong with a Tibetan text. */
  readonly tibetanFaults: (text: string) => readonly string[]
}

type Default = { readonly by: string; readonly on: string }

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads a sheet back. A line without verdict and correction says nothing; one at fault is told and not taken. */
export function readSheet(
  rows: readonly SheetRow[],
  at: ReadonlyMap<Column, number>,
  texts: Texts,
  fallback: Default,
): SheetRead {
  const read = {
    corrected: new Map<string, string>(),
    reviews: new Map<string, Review>(),
    notes: [] as { key: string; note: string }[],
    faults: [] as SheetFault[],
  }
  for (const { line, cells } of rows) {
    const cell = (column: Column) => (cells[at.get(column) ?? -1] ?? '').trim()
    const note = cell('note')
    if (note !== '') read.notes.push({ key: cell('key'), note })
    if (cell('verdict') === '' && cell('corrected') === '') continue
    const fault = faultOf(cell, texts, fallback)
    if (fault !== null) {
      read.faults.push({ line, ...fault })
      continue
    }
    const key = cell('key')
    const bo = cell('corrected') || cell('bo')
    if (cell('corrected') !== '') read.corrected.set(key, bo)
    const { by, on } = signed(cell, fallback)
    read.reviews.set(key, { by, on, of: wordingOf(texts.zh.get(key) ?? '', bo) })
  }
  return read
}

function signed(cell: (column: Column) => string, fallback: Default): Default {
  return { by: cell('by') || fallback.by, on: cell('on') || fallback.on }
}

function faultOf(
  cell: (column: Column) => string,
  { zh, bo, tibetanFaults }: Texts,
  fallback: Default,
): Omit<SheetFault, 'line'> | null {
  const key = cell('key')
  const [chinese, tibetan] = [zh.get(key), bo.get(key)]
  if (chinese === undefined || tibetan === undefined) return { column: 'key', problem: 'no such text' }
  if (cell('zh') !== chinese.trim() || cell('bo') !== tibetan.trim())
    return { column: 'bo', problem: 'the text was changed after this sheet was written: review it anew' }
  const verdict = cell('verdict').toLowerCase()
  const corrected = cell('corrected')
  if (corrected === '' && !RIGHT.has(verdict))
    return { column: 'verdict', problem: `neither ${[...RIGHT].join(', ')} nor a corrected text` }
  const { by, on } = signed(cell, fallback)
  if (by === '') return { column: 'by', problem: 'nobody named, and no --by given' }
  if (!DAY.test(on)) return { column: 'on', problem: 'must be a day, YYYY-MM-DD' }
  if (corrected === '') return null
  const problem = wrongWith(key, corrected, chinese, tibetanFaults)
  return problem === null ? null : { column: 'corrected', problem }
}

function wrongWith(
  key: string,
  corrected: string,
  chinese: string,
  tibetanFaults: Texts['tibetanFaults'],
): string | null {
  if (placeholdersOf(corrected) !== placeholdersOf(chinese))
    return `placeholders must be ${placeholdersOf(chinese) || 'none'}, they are ${placeholdersOf(corrected) || 'none'}`
  const foreign = BOTH_SCRIPTS.has(key) ? null : foreignScript(corrected)
  if (foreign !== null) return `not Tibetan: ${foreign}`
  return tibetanFaults(corrected)[0] ?? null
}
