import { userInfo } from 'node:os'
import { columnName } from '../register/columns.ts'
import { importRegister } from '../register/import.ts'
import type { ImportFault, ImportReport, Listener } from '../register/importing/report.ts'
import { REJECTIONS, type WarningReason, WARNINGS } from '../register/reasons.ts'
import { isDay } from '../register/values/day.ts'
import { commandArguments, fail } from './arguments.ts'
import { csvFile } from './csv-file.ts'
import { startWriter, writeInThread } from '../storage/writer.ts'
import { dayOf } from '../time/clock.ts'
import { fileSource } from './file-source.ts'
import { openServices } from './open-services.ts'
import { UNREADABLE } from './unreadable.ts'

const USAGE = 'usage: npm run register:import -- FILE.csv|FILE.xlsx [--taken YYYY-MM-DD] [--by WHO]'

const { values, positionals } = commandArguments(USAGE, {
  allowPositionals: true,
  options: { taken: { type: 'string' }, by: { type: 'string', default: userInfo().username } },
})
const [path, ...extra] = positionals
if (path === undefined || extra.length > 0) fail(USAGE)
if (values.taken !== undefined && !isDay(values.taken))
  fail(`--taken must be a day such as 2026-06-30\n${USAGE}`)

const source = await fileSource(path).catch(() => fail(`${path}: the file cannot be opened`))
const thread = startWriter()
const { services, close } = await openServices()
// A register of a day to come would pass for newer than every one after it.
if (values.taken !== undefined && values.taken > dayOf(services.clock())) {
  close()
  fail(`--taken must not be in the future\n${USAGE}`)
}
const files = resultFiles(path)
const writer = writeInThread(services.store, services.settings.databasePath, thread)
const result = await importRegister({ ...services, store: writer.store }, source, {
  by: values.by,
  listener: files.listener,
  ...(values.taken === undefined ? {} : { takenOn: values.taken }),
})
await files.end()
await writer.close()
close()
if (!result.ok) fail(`${path}: ${faultWords(result.fault)}`)
tell(result.report)
process.exitCode = result.report.counts.rejected > 0 ? 2 : 0

/** The files beside the register that hold what the import found; one that would be empty is not left there. */
function resultFiles(of: string) {
  const rejects = csvFile(`${of}.rejects.csv`)
  const warnings = csvFile(`${of}.warnings.csv`)
  const missing = csvFile(`${of}.missing.csv`)
  let header: readonly string[] = []
  const listener: Listener = {
    header: (cells) => {
      header = cells
    },
    rejected: ({ line, column, reason, value, row }) => {
      rejects.head(['line', 'column', 'value', 'reason', '原因', ...header])
      rejects.row([String(line), columnName(column), value, reason, REJECTIONS[reason], ...row])
    },
    warned: ({ line, column, reason }) => {
      warnings.head(['line', 'column', 'warning', '说明'])
      warnings.row([String(line), columnName(column), reason, WARNINGS[reason]])
    },
    missing: ({ kind, id, importId, line }) => {
      missing.head(['kind', 'reference', 'last-import', 'line'])
      missing.row([kind, id, importId, String(line)])
    },
  }
  return { listener, end: () => Promise.all([rejects.end(), warnings.end(), missing.end()]) }
}

function tell({ counts, households, missing, warnings, unknownColumns, takenOn }: ImportReport): void {
  console.log(
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join('\n'),
  )
  const { added, changed, unchanged } = households
  console.log(
    `households: added ${added}, changed ${changed}, unchanged ${unchanged}; register taken on ${takenOn}`,
  )
  if (unknownColumns.length > 0) console.log(`ignored columns: ${unknownColumns.join(', ')}`)
  for (const [reason, count] of Object.entries(warnings)) {
    console.log(`warning ${reason} (${WARNINGS[reason as WarningReason]}): ${count}`)
  }
  if (counts.rejected > 0) console.log(`rejected rows: ${path}.rejects.csv`)
  if (Object.keys(warnings).length > 0) console.log(`warnings: ${path}.warnings.csv`)
  if (missing.households + missing.persons > 0) {
    console.log(
      `no longer in the file: households ${missing.households}, persons ${missing.persons}: ${path}.missing.csv`,
    )
  }
}

function faultWords(fault: ImportFault): string {
  if (fault.code === 'no-header')
    return `no header row found; needed columns not there: ${fault.missing.map(columnName).join(', ')}`
  return UNREADABLE[fault.code]
}
