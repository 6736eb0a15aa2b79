import { userInfo } from 'node:os'
import type { Odd, Refused, SmallResult } from '../register/importing/small-table.ts'
import type { Source } from '../register/reading/rows.ts'
import type { Day } from '../policy/facts.ts'
import { isDay } from '../register/values/day.ts'
import type { Services } from '../services.ts'
import { dayOf } from '../time/clock.ts'
import { commandArguments, fail } from './arguments.ts'
import { csvFile } from './csv-file.ts'
import { fileSource } from './file-source.ts'
import { openServices } from './open-services.ts'
import { UNREADABLE } from './unreadable.ts'

type Words<Code extends string> = Readonly<Record<Code, string>>

/** A command that imports one small table, with the words for its columns and reasons. */
type SmallImport<Column extends string, Reason extends string, Warning extends string> = {
  readonly usage: string
  readonly columns: Readonly<Record<Column, readonly [string, ...string[]]>>
  readonly rejections: Words<Reason>
  readonly warnings: Words<Warning>
  /** Whether it may be told by `--taken` which day the file is of. */
  readonly takesDay?: boolean
  readonly run: (
    services: Services,
    source: Source,
    options: {
      readonly by: string
      readonly takenOn?: Day
      readonly header: (header: readonly string[]) => void
      readonly refused: (refused: Refused<Column, Reason>) => void
      readonly warned: (odd: Odd<Column, Warning>) => void
    },
  ) => Promise<SmallResult<Column>>
}

/**
 * Runs such a command on the file it is given: counts on stdout, rejected rows and warnings in files beside it. Sets the
 * exit code: 0 all taken, 2 some rows rejected, 1 the file could not be read.
 */
export async function runSmallImport<Column extends string, Reason extends string, Warning extends string>(
  command: SmallImport<Column, Reason, Warning>,
): Promise<void> {
  const { values, positionals } = commandArguments(command.usage, {
    allowPositionals: true,
    options: { by: { type: 'string', default: userInfo().username }, taken: { type: 'string' } },
  })
  const [path, ...extra] = positionals
  if (path === undefined || extra.length > 0) fail(command.usage)
  const { taken } = values
  if (taken !== undefined && !(command.takesDay === true && isDay(taken))) fail(command.usage)
  const source = await fileSource(path).catch(() => fail(`${path}: the file cannot be opened`))
  const { services, close } = await openServices()
  if (taken !== undefined && taken > dayOf(services.clock())) {
    close()
    fail(`--taken must not be in the future\n${command.usage}`)
  }
  const files = resultFiles(path, command)
  const result = await command.run(services, source, {
    by: values.by,
    ...files.listener,
    ...(taken === undefined ? {} : { takenOn: taken }),
  })
  await files.end()
  close()
  if (!result.ok) fail(`${path}: ${faultWords(result, command)}`)
  for (const [name, count] of Object.entries(result.counts)) console.log(`${name} ${count}`)
  if (result.unknownColumns.length > 0) console.log(`ignored columns: ${result.unknownColumns.join(', ')}`)
  for (const [reason, count] of files.warnings)
    console.log(`warning ${reason} (${command.warnings[reason]}): ${count}`)
  if (result.counts.rejected > 0) console.log(`rejected rows: ${path}.rejects.csv`)
  if (files.warnings.size > 0) console.log(`warnings: ${path}.warnings.csv`)
  process.exitCode = result.counts.rejected > 0 ? 2 : 0
}

function resultFiles<Column extends string, Reason extends string, Warning extends string>(
  of: string,
  { columns, rejections, warnings: words }: SmallImport<Column, Reason, Warning>,
) {
  const rejects = csvFile(`${of}.rejects.csv`)
  const odd = csvFile(`${of}.warnings.csv`)
  const warnings = new Map<Warning, number>()
  let header: readonly string[] = []
  const listener = {
    header: (cells: readonly string[]) => {
      header = cells
    },
    refused: ({ line, column, reason, value, row }: Refused<Column, Reason>) => {
      rejects.head(['line', 'column', 'value', 'reason', '原因', ...header])
      rejects.row([String(line), columns[column][0], value, reason, rejections[reason], ...row])
    },
    warned: ({ line, column, reason }: Odd<Column, Warning>) => {
      odd.head(['line', 'column', 'warning', '说明'])
      odd.row([String(line), columns[column][0], reason, words[reason]])
      warnings.set(reason, (warnings.get(reason) ?? 0) + 1)
    },
  }
  return { listener, warnings, end: () => Promise.all([rejects.end(), odd.end()]) }
}

function faultWords<Column extends string>(
  result: Extract<SmallResult<Column>, { ok: false }>,
  { columns }: { readonly columns: Readonly<Record<Column, readonly [string, ...string[]]>> },
): string {
  if (result.fault !== 'no-header') return UNREADABLE[result.fault]
  return `no header row found; needed columns not there: ${result.missing.map((id) => columns[id][0]).join(', ')}`
}
