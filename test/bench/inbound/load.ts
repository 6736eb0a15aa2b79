/** The load generator: its own process, so that it does not share a thread with what it measures. */
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

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

type Reply = { readonly status: number; readonly body: string }

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

type Exchange = { readonly ask: (request: Buffer) => Promise<Reply>; readonly close: () => void }

// A bare keep-alive connection: an HTTP client would cost as much as the smaller of the two servers.
async function open(port: number): Promise<Exchange> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let received = ''
  let waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | null = null
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    received += chunk
    const reply = readReply(received)
    if (reply === null) return
    received = ''
    waiting?.resolve(reply)
  })
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')))
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => {
      waiting = null
      socket.destroy()
    },
  }
}

function readReply(received: string): Reply | null {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = received.slice(0, end).toLowerCase()
  const body = received.slice(end + 4)
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1]
  const whole = length === undefined ? body.endsWith('0\r\n\r\n') : body.length >= Number(length)
  return whole ? { status: Number(head.slice(9, 12)), body } : null
}

function toRequest(line: string): Buffer {
  const { body, signature } = JSON.parse(line) as { body: string; signature: string }
  const head = [
    'POST /webhooks/sms HTTP/1.1',
    'Host: bench.example',
    'Content-Type: application/x-www-form-urlencoded',
    `X-Twilio-Signature: ${signature}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}
