import type { LabelledSentence } from '../../labelling/digest.ts'
import { readSheet, type SheetRead } from '../../labelling/read-sheet.ts'
import { SHEET } from '../../labelling/sheet.ts'
import { readSheetFile, type SheetFile } from './sheet-file.ts'

/** The labelled sentences of a sheet alone, where the database is elsewhere. Null where the sheet has faults; each is told. */
export async function labelsOfSheet(file: string): Promise<readonly LabelledSentence[] | null> {
  const sheet = await readSheetFile(file)
  if (typeof sheet === 'string') {
    console.error(`${file}: ${sheet}`)
    return null
  }
  const sentences = sentencesOf(sheet)
  const read = readSheet(sheet.rows, sheet.at, sentences)
  tellFaults(file, read)
  if (read.faults.length > 0) return null
  return read.labels.flatMap(({ id, label }) => {
    const sentence = sentences.get(id)
    return sentence === undefined ? [] : [{ id, label, ...sentence }]
  })
}

/** Tells what is wrong in a sheet, by line and column. */
export function tellFaults(file: string, { faults }: SheetRead): void {
  for (const { line, column, problem } of faults)
    console.error(`${file}:${line} ${SHEET[column][0]}: ${problem}`)
}

function sentencesOf({
  rows,
  at,
}: SheetFile): ReadonlyMap<string, Pick<LabelledSentence, 'language' | 'text'>> {
  return new Map(
    rows.map(({ cells }) => {
      const cell = (column: 'id' | 'language' | 'text') => (cells[at.get(column) ?? -1] ?? '').trim()
      const language = cell('language') === 'bo' ? 'bo' : 'zh-CN'
      return [cell('id'), { language, text: cell('text').replace(/^'/, '') }]
    }),
  )
}
