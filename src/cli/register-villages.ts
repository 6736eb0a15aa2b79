import { userInfo } from 'node:os'
import { importVillages, type VillageOfCode } from '../register/villages.ts'
import { commandArguments, fail } from './arguments.ts'
import { fileSource } from './file-source.ts'
import { gansuVillages } from './gansu-places.ts'
import { openServices } from './open-services.ts'
import { UNREADABLE } from './unreadable.ts'

const USAGE = 'usage: npm run register:villages -- FILE.csv|FILE.xlsx [--by WHO]'

const { values, positionals } = commandArguments(USAGE, {
  allowPositionals: true,
  options: { by: { type: 'string', default: userInfo().username } },
})
const [path, ...extra] = positionals
if (path === undefined || extra.length > 0) fail(USAGE)

const source = await fileSource(path).catch(() => fail(`${path}: the file cannot be opened`))
const { services, close } = await openServices()
const result = await importVillages(services, source, {
  by: values.by,
  villageOfCode: villagesByCode(),
  rejected: ({ line, column, reason }) => console.log(`line ${line}, ${column}: ${reason}`),
})
close()
if (!result.ok)
  fail(
    `${path}: ${result.fault === 'no-header' ? `no header row; missing: ${result.missing.join(', ')}` : UNREADABLE[result.fault]}`,
  )
console.log(
  Object.entries(result.counts)
    .map(([name, count]) => `${name} ${count}`)
    .join('\n'),
)
if (result.unknownColumns.length > 0) console.log(`ignored columns: ${result.unknownColumns.join(', ')}`)
process.exitCode = result.counts.rejected > 0 ? 2 : 0

function villagesByCode(): VillageOfCode {
  const villages = new Map(gansuVillages().map((place) => [place.code, place]))
  return (code) => villages.get(code) ?? null
}
