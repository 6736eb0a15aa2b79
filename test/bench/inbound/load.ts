/** The load generator: its own process, so that it does not share a thread with what it measures. */
import { readFileSync } from 'node:fs'
import { open, toRequest } from './exchange.ts'

export type Order = {
  readonly port: number
  readonly from: number
  readonly to: number
  readonly connections: number
}
export type Answer = {
  readonly seconds: number
  /** Milliseconds from the first byte sent to the last received. */
  readonly latencies: readonly number[]
  readonly refused: number
  readonly silent: number
}

const [messagesFile = ''] = process.argv.slice(2)
const requests = readFileSync(messagesFile, 'utf8').trim().split('\n').map(toRequest)

process.on('message', (order) => {
  void run(order as Order).then((answer) => process.send?.(answer))
})
process.send?.('ready')

async function run({ port, from, to, connections }: Order): Promise<Answer> {
  const latencies: number[] = []
  let next = from
  let refused = 0
  let silent = 0
  const worker = async (): Promise<void> => {
    const exchange = await open(port)
    for (let at = next++; at < to; at = next++) {
      const began = performance.now()
      const { status, body } = await exchange.ask(requests[at] ?? Buffer.alloc(0))
      latencies.push(performance.now() - began)
      if (status !== 200) refused += 1
      else if (!body.includes('<Message>')) silent += 1
    }
    exchange.close()
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, worker))
  return { seconds: (performance.now() - began) / 1000, latencies, refused, silent }
}
