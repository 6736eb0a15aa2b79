/** People who write at their own pace, whether or not the last one was answered: an open loop, in a process of its own. */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Exchange, open, toRequest } from '../inbound/exchange.ts'

export type Order = {
  readonly port: number
  /** Which of the messages. */
  readonly from: number
  readonly count: number
  readonly everyMs: number
}
export type Answers = {
  /** Milliseconds from the first byte sent to the last received. */
  readonly latencies: readonly number[]
  readonly unanswered: number
}

const [messagesFile = ''] = process.argv.slice(2)
const requests = readFileSync(messagesFile, 'utf8').trim().split('\n').map(toRequest)

process.on('message', (order) => {
  void run(order as Order).then((answers) => process.send?.(answers))
})
process.send?.('ready')

async function run({ port, from, count, everyMs }: Order): Promise<Answers> {
  const idle: Exchange[] = []
  const latencies: number[] = []
  let unanswered = 0

  async function write(request: Buffer): Promise<void> {
    let exchange = idle.pop()
    while (exchange !== undefined && !exchange.isOpen()) exchange = idle.pop()
    exchange ??= await open(port)
    const began = performance.now()
    try {
      const { status, body } = await exchange.ask(request)
      latencies.push(performance.now() - began)
      if (status !== 200 || !body.includes('<Message>')) unanswered++
      idle.push(exchange)
    } catch {
      unanswered++
    }
  }

  const began = performance.now()
  const written: Promise<void>[] = []
  for (let at = 0; at < count; at++) {
    await sleep(Math.max(0, began + at * everyMs - performance.now()))
    written.push(write(requests[from + at] ?? Buffer.alloc(0)))
  }
  await Promise.all(written)
  for (const exchange of idle) exchange.close()
  return { latencies, unanswered }
}
