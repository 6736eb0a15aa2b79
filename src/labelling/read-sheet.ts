import { safeCell } from '../spreadsheet/safe-cell.ts'
import { readLabel } from './label-sentence.ts'
import type { Label, Sentence } from './sentence.ts'
import { type Column, DISCARD, INTENT_NAMES, TOPIC_NAMES } from './sheet.ts'

/** A line of the sheet; `line` as the file counts, from 1. */
type SheetRow = { readonly line: number; readonly cells: readonly string[] }

type SheetFault = { readonly line: number; readonly column: Column; readonly problem: string }

/** What a filled-in sheet says, by sentence; a line without an intent says nothing, one at fault is told and not taken. */
export type SheetRead = {
  readonly labels: readonly { readonly id: string; readonly label: Label }[]
  readonly discarded: readonly string[]
  readonly faults: readonly SheetFault[]
}

/** Reads a sheet back against the sentences it was written from. */
export function readSheet(
  rows: readonly SheetRow[],
  at: ReadonlyMap<Column, number>,
  sentences: ReadonlyMap<string, Pick<Sentence, 'text'>>,
): SheetRead {
  const labels = new Map<string, Label>()
  const discarded: string[] = []
  const faults: SheetFault[] = []
  for (const { line, cells } of rows) {
    const cell = (column: Column) => (cells[at.get(column) ?? -1] ?? '').trim()
    if (cell('intent') === '' && cell('topic') === '') continue
    const id = cell('id')
    const fault = wrongLine(cell, sentences.get(id), labels.has(id) || discarded.includes(id))
    if (fault !== null) faults.push({ line, ...fault })
    else if (DISCARD.has(cell('intent').toLowerCase())) discarded.push(id)
    else {
      const read = labelIn(cell)
      if (read.ok) labels.set(id, read.label)
      else
        faults.push({ line, column: read.field.path, problem: PROBLEMS[read.field.problem] ?? 'not right' })
    }
  }
  return { labels: [...labels].map(([id, label]) => ({ id, label })), discarded, faults }
}

const PROBLEMS: Readonly<Record<string, string>> = {
  unknown: 'none of the words that may stand here',
  missing: 'must be there: a question about one programme names it',
  'not-of-this-intent': 'must be empty: what is meant is about no programme',
}

function wrongLine(
  cell: (column: Column) => string,
  sentence: Pick<Sentence, 'text'> | undefined,
  isThere: boolean,
): Omit<SheetFault, 'line'> | null {
  if (sentence === undefined) return { column: 'id', problem: 'no such sentence' }
  if (isThere) return { column: 'id', problem: 'stands in a line before this one' }
  if (cell('text') !== sentence.text && cell('text') !== safeCell(sentence.text))
    return { column: 'text', problem: 'is not the sentence of this id any more' }
  return null
}

// In any of the languages that a label's words have.
function labelIn(cell: (column: 'intent' | 'topic') => string): ReturnType<typeof readLabel> {
  const [intent, topic] = [cell('intent'), cell('topic')]
  return readLabel({
    intent: INTENT_NAMES.get(intent) ?? intent,
    topic: TOPIC_NAMES.get(topic) ?? topic,
  })
}
