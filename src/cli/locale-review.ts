import { createWriteStream, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { writeXlsxStream } from 'hucre/xlsx'
import Papa from 'papaparse'
import { countReviewed, REVIEWS, type Reviews } from '../i18n/review/reviews.ts'
import { readSheet, type SheetRow } from '../i18n/review/read-sheet.ts'
import { type Column, COLUMNS, SHEET, sheetOf } from '../i18n/review/sheet.ts'
import { templatesIn } from '../i18n/texts.ts'
import { columnMatcher } from '../register/columns.ts'
import { openTable } from '../register/reading/table.ts'
import { dayOf } from '../time/clock.ts'
import { grammarFaults } from '../understanding/tibetan/grammar.ts'
import { commandArguments, fail } from './arguments.ts'
import { fileSource } from './file-source.ts'
import { UNREADABLE } from './unreadable.ts'

const USAGE = `usage: npm run locale:review -- --export FILE.xlsx|FILE.csv
       npm run locale:review -- --import FILE.xlsx|FILE.csv [--by NAME] [--on YYYY-MM-DD]`

const LOCALES = new URL('../../locales/', import.meta.url)
const { values } = commandArguments(USAGE, {
  options: {
    export: { type: 'string' },
    import: { type: 'string' },
    by: { type: 'string', default: '' },
    on: { type: 'string', default: dayOf(new Date()) },
  },
})

const [zh, bo] = [templatesIn('zh-CN'), templatesIn('bo')]
if (values.export !== undefined) await writeSheet(values.export)
else if (values.import !== undefined) await takeSheet(values.import)
else fail(USAGE)

async function writeSheet(file: string): Promise<void> {
  const lines = sheetOf(zh, bo, REVIEWS, sourcesOf())
  if (file.endsWith('.xlsx')) {
    const stream = writeXlsxStream(
      lines.map((cells) => [...cells]),
      { name: '审校' },
    )
    await pipeline(Readable.fromWeb(stream as NodeReadableStream), createWriteStream(file))
  } else writeFileSync(file, `\uFEFF${Papa.unparse([...lines], { escapeFormulae: true })}\r\n`)
  const { texts, reviewed } = countReviewed(REVIEWS)
  console.log(`texts ${texts}\nreviewed ${reviewed}\nwritten to ${file}`)
}

async function takeSheet(file: string): Promise<void> {
  const source = await fileSource(file).catch(() => fail(`${file}: the file cannot be opened`))
  const table = await openTable(
    source,
    columnMatcher<Column>(SHEET, () => COLUMNS),
  )
  if (!table.ok && table.fault === 'no-header')
    fail(`${file}: columns not there: ${table.columns.missing.map((column) => SHEET[column][0]).join(', ')}`)
  if (!table.ok) fail(`${file}: ${UNREADABLE[table.fault]}`)
  const rows: SheetRow[] = []
  for await (const some of table.rows) rows.push(...some)
  const texts = { zh, bo, tibetanFaults: grammarFaults }
  const read = readSheet(rows, table.columns.at, texts, { by: values.by, on: values.on })
  for (const [room, texts] of correctedRooms(read.corrected)) replaceJson(`bo/${room}.json`, texts)
  const reviews = { ...REVIEWS, ...Object.fromEntries(read.reviews) }
  replaceJson('review.json', sorted(reviews))
  console.log(
    `corrected ${read.corrected.size}\nreviewed ${read.reviews.size}\nrejected ${read.faults.length}`,
  )
  for (const { key, note } of read.notes) console.log(`note ${key}: ${note}`)
  for (const { line, column, problem } of read.faults)
    console.error(`${file}:${line} ${SHEET[column][0]}: ${problem}`)
  process.exitCode = read.faults.length > 0 ? 2 : 0
}

function correctedRooms(
  corrected: ReadonlyMap<string, string>,
): ReadonlyMap<string, Record<string, unknown>> {
  const rooms = new Map<string, Record<string, unknown>>()
  for (const [name, text] of corrected) {
    const colon = name.indexOf(':')
    const [room, key] = [name.slice(0, colon), name.slice(colon + 1)]
    const texts = rooms.get(room) ?? (readJson(`bo/${room}.json`) as Record<string, unknown>)
    texts[key] = text
    rooms.set(room, texts)
  }
  return rooms
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, LOCALES), 'utf8'))
}

// A whole file takes the place of the old one: one cut off leaves what was there.
function replaceJson(name: string, value: unknown): void {
  const made = new URL(`${name}.new`, LOCALES)
  writeFileSync(made, `${JSON.stringify(value, null, 2)}\n`)
  renameSync(made, new URL(name, LOCALES))
}

function sorted(reviews: Reviews): Reviews {
  return Object.fromEntries(
    Object.entries(reviews).toSorted(([one], [other]) => one.localeCompare(other, 'en')),
  )
}

// Where a text is said: the files of the program that name it.
function sourcesOf(): (key: string) => string {
  const root = new URL('../', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(new URL(file, root), 'utf8') }))
  return (key) =>
    files
      .filter(({ text }) => text.includes(`'${key}'`))
      .map(({ file }) => file)
      .join(', ')
}
