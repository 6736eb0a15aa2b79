import { setTimeout as sleep } from 'node:timers/promises'
import { BroadcastBody, planOf } from '../broadcasts/plan-body.ts'
import { validate } from '../validate.ts'
import { createBroadcast } from '../broadcasts/life/create.ts'
import { DELIVERY_STATES, listDeliveries } from '../broadcasts/deliveries.ts'
import { listBroadcasts } from '../broadcasts/list.ts'
import type { BroadcastResult } from '../broadcasts/life/move.ts'
import type { Plan } from '../broadcasts/plan.ts'
import { type BroadcastPreview, previewBroadcast, previewPlan } from '../broadcasts/estimate/preview.ts'
import { readBroadcast } from '../broadcasts/read.ts'
import { reviseBroadcast } from '../broadcasts/life/revise.ts'
import { STATES, type State } from '../broadcasts/life/states.ts'
import { VERBS } from '../broadcasts/life/verbs.ts'
import type { Fault } from '../fault.ts'
import { commandActor } from './command-actor.ts'
import { deliveryLine, estimateLines, listLine, progressLine, standLines } from './broadcast-lines.ts'
import { bodyFrom, readArguments } from './broadcast-options.ts'
import { openServices } from './open-services.ts'
import { print, refusing } from './said.ts'
import { endWithReader } from './reader-gone.ts'

const PAGE = 100
const WATCH_MS = 2000

const WATCHED: ReadonlySet<State> = new Set(['scheduled', 'sending', 'paused'])
const refuse = refusing('broadcast')

endWithReader()
const { command, id, values } = readArguments()
const { services, close } = await openServices()
const actor = commandActor(values.by)
try {
  await run()
} finally {
  close()
}

async function run(): Promise<void> {
  switch (command) {
    case 'list':
      return list()
    case 'create':
      return withPlan(async (plan) => {
        const created = await createBroadcast(services, actor, plan)
        if (!created.ok) return refuse(created.fault)
        print([created.value.id, ...estimateLines(created.value.estimate)])
      })
    case 'revise':
      return withPlan(async (plan) => stood(await reviseBroadcast(services, actor, id, plan)))
    case 'preview': {
      if (id !== '') return previewed(await previewBroadcast(services, actor, id))
      return withPlan(async (plan) => previewed(await previewPlan(services, actor, plan)))
    }
    case 'show':
      return values.watch ? watch() : show()
    case 'deliveries':
      return deliveries()
    case 'submit':
    case 'return':
    case 'approve':
    case 'pause':
    case 'resume':
    case 'cancel':
    case 'again':
      return stood(await VERBS[command](services, actor, id))
  }
}

async function withPlan(use: (plan: Plan) => Promise<void>): Promise<void> {
  const body = validate(BroadcastBody, bodyFrom(values))
  if (!body.ok) return refuse(body.fault)
  await use(planOf(body.value))
}

function previewed(result: BroadcastResult<BroadcastPreview>): void {
  if (result.ok) print(estimateLines(result.value.estimate))
  else refuse(result.fault)
}

async function stood(result: BroadcastResult): Promise<void> {
  if (!result.ok) return refuse(result.fault)
  await show()
}

async function show(): Promise<void> {
  const read = await readBroadcast(services, actor, id)
  if (read === null) refuse({ code: 'not-found' })
  else print(standLines(read))
}

// What is sent is sent by the server; here it is watched.
async function watch(): Promise<void> {
  for (;;) {
    const read = await readBroadcast(services, actor, id)
    if (read === null) return refuse({ code: 'not-found' })
    print([progressLine(read)])
    if (!WATCHED.has(read.broadcast.state)) return
    await sleep(WATCH_MS)
  }
}

async function list(): Promise<void> {
  const state = STATES.find((known) => known === values.state) ?? null
  if (values.state !== undefined && state === null) return refuse(mustBe('--state', STATES))
  let after: string | null = null
  do {
    const page = await listBroadcasts(services, actor, { state, after, limit: PAGE })
    print(page.broadcasts.map(listLine))
    after = page.next
  } while (after !== null)
}

async function deliveries(): Promise<void> {
  const state = DELIVERY_STATES.find((known) => known === values.state) ?? null
  if (values.state !== undefined && state === null) return refuse(mustBe('--state', DELIVERY_STATES))
  const run = values.run === undefined ? null : Number(values.run)
  let after: string | null = null
  do {
    const page = await listDeliveries(services, actor, id, { run, state, after, limit: PAGE })
    if (!page.ok) return refuse(page.fault)
    print(page.value.deliveries.map(deliveryLine))
    after = page.value.next
  } while (after !== null)
}

function mustBe(path: string, names: readonly string[]): Fault {
  return { code: 'invalid', fields: [{ path, problem: `must be one of ${names.join(', ')}` }] }
}
