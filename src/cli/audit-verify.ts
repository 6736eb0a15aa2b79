import { linkAudit } from '../audit/chain.ts'
import { type AuditHead, verifyAudit } from '../audit/verify.ts'
import { commandArguments, fail } from './arguments.ts'
import { openServices } from './open-services.ts'

const USAGE = 'usage: npm run audit:verify -- [--head SEQ:HASH]'

const { values } = commandArguments(USAGE, { options: { head: { type: 'string' } } })
const kept = readHead(values.head)
if (kept === 'none') fail(`--head is no head of the log\n${USAGE}`)

const { services, close } = await openServices()
await linkAudit(services)
const { intact, entries, head, broken } = await verifyAudit(services, kept)
if (broken !== null) console.error(`entry ${broken.seq}: ${broken.how}`)
console.log(`${intact ? 'intact' : 'BROKEN'}: ${entries} entries`)
// To be kept elsewhere: entries cut off at the end show only against it.
if (head !== null) console.log(`head: ${head.seq}:${head.hash}`)
close()
process.exitCode = intact ? 0 : 2

function readHead(text: string | undefined): AuditHead | null | 'none' {
  if (text === undefined) return null
  const [, seq, hash] = /^(\d+):(\S+)$/.exec(text) ?? []
  return seq === undefined || hash === undefined ? 'none' : { seq: Number(seq), hash }
}
