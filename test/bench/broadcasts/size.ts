/** One register: its audience counted, a change of the plan weighed over it, and a broadcast to it put in the outbox. */
import { previewAudience } from '../../../src/audiences/preview.ts'
import { previewPlan } from '../../../src/broadcasts/estimate/preview.ts'
import { tokenActor } from '../../../src/staff/actor.ts'
import { copiedRows, countedBarely } from './bare.ts'
import { builtRegister } from './built.ts'
import { openScene, PLAN } from './scene.ts'
import { firstAfterApproval, putIn, sendAll, type Stretch } from './sent.ts'
import { type Weighed, weighedChange } from './weighed.ts'

export type Size = {
  readonly database: string
  readonly provider: string
  readonly rows: number
  readonly looks: number
  /** How long at most messages are put in the outbox. */
  readonly mostMs: number
  /** Whether a change is weighed and what was put in is sent, too. */
  readonly isWhole: boolean
}

/** What is measured of it; times in seconds. */
export type Sized = {
  readonly persons: number
  readonly built: number
  /** Counted and worded, as whoever drafts a broadcast sees it. */
  readonly previews: readonly number[]
  /** Counted alone. */
  readonly countings: readonly number[]
  readonly counts: readonly number[]
  readonly weighed: Weighed | null
  readonly approving: number
  readonly first: number
  readonly messages: number
  readonly enqueued: Stretch
  /** Rows of the outbox copied, with their lines. */
  readonly copied: { readonly rows: number; readonly seconds: number }
  readonly sent: Stretch | null
}

const { database, provider, rows, looks, mostMs, isWhole } = JSON.parse(process.argv[2] ?? '') as Size
const opened = await openScene(database, provider)
const { services } = opened

const began = performance.now()
const persons = await builtRegister(services, database, rows)
const built = (performance.now() - began) / 1000
let messages = 0
const previews: number[] = []
const countings: number[] = []
const counts: number[] = []
for (let look = 0; look < looks; look++) {
  previews.push(await timed(preview))
  countings.push(await timed(countAudience))
  counts.push(await timed(async () => countedBarely(database)))
}
const weighed = isWhole ? await weighedChange(services) : null
const firsts = await firstAfterApproval(opened, provider)
const enqueued = await putIn(services, messages, mostMs)
const copied = copiedRows(database, `${database}.copy`)
const sent = isWhole ? await sendAll(services) : null
opened.close()
process.send?.({
  persons,
  built,
  previews,
  countings,
  counts,
  weighed,
  ...firsts,
  messages,
  enqueued,
  copied,
  sent,
} satisfies Sized)

async function preview(): Promise<void> {
  const result = await previewPlan(services, tokenActor('author'), PLAN)
  if (!result.ok) throw new Error(result.fault.code)
}

async function countAudience(): Promise<void> {
  const result = await previewAudience(services, tokenActor('author'), PLAN.audience)
  if (!result.ok) throw new Error(result.fault.code)
  messages = result.preview.messages
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
