import { type End, reseal } from '../resealing/reseal.ts'
import { commandArguments, fail } from './arguments.ts'
import { openServices } from './open-services.ts'

const USAGE = 'usage: npm run keys:reseal'
// How often is told how far it has come.
const TOLD_MS = 5000

commandArguments(USAGE, { options: {} })
const { services, close } = await openServices()
const all = new Map<string, number>()
let told = ''
let end: End | null = null
for (let again = true; end === null; again = false) {
  const until = performance.now() + TOLD_MS
  const step = await reseal(services, () => performance.now() > until, { again })
  if (step === null) fail('DATA_KEY_PREVIOUS is not set: there is nothing to seal anew')
  for (const [table, moved] of step.moved) all.set(table, (all.get(table) ?? 0) + moved)
  const sum = [...all.values()].reduce((one, other) => one + other, 0)
  if (step.end === null && `${sum}` !== told) console.error(`${sum} values and indexes so far`)
  told = `${sum}`
  if (step.head !== null) console.log(`the audit's head, in place of the one kept: ${step.head}`)
  end = step.end
}
for (const [table, moved] of all) console.log(`${table}: ${moved} put under the current key`)
for (const line of leftOf(end)) console.log(line)
// What was overwritten leaves the database's log too.
await services.store.scrub()
close()
process.exitCode = end.isOver ? 0 : 2

function leftOf({ unreadable, stuck, isAuditBroken, waiting, isOver }: End): readonly string[] {
  if (isOver) return ['nothing stands under the previous key: DATA_KEY_PREVIOUS can be taken away']
  const { tries, invites, files, imports } = waiting
  return [
    'the previous key is still needed:',
    ...(unreadable > 0 ? [`  ${unreadable} values open under neither key`] : []),
    ...(stuck > 0 ? [`  ${stuck} values or indexes have a twin under the current key`] : []),
    ...(isAuditBroken ? ['  the audit log is not whole and was left as it is: npm run audit:verify'] : []),
    ...(tries > 0 ? [`  tries to link a telephone are counted under it: until tomorrow`] : []),
    ...(invites > 0 ? [`  ${invites} invitations of staff not yet taken: three days at most`] : []),
    ...(files > 0 ? [`  ${files} files handed in are being taken: until they are`] : []),
    ...(imports > 0 ? [`  ${imports} imports can be taken back by it: a month at most`] : []),
  ]
}
