/** One HTTP request after the other over a connection of its own: a client would cost as much as what is measured. */
import { connect, type Socket } from 'node:net'
import type { SignedMessage } from './messages.ts'

type Reply = { readonly status: number; readonly body: string }

/** A bare keep-alive connection; the next request waits for the last one's reply. */
export type Exchange = {
  readonly ask: (request: Buffer) => Promise<Reply>
  /** False once the server has closed it, as it does after some idle seconds. */
  readonly isOpen: () => boolean
  readonly close: () => void
}

export async function open(port: number): Promise<Exchange> {
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
    isOpen: () => !socket.destroyed && socket.readyState === 'open',
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

/** A signed message, as it is written in a file, as the webhook's request. */
export function toRequest(line: string): Buffer {
  const { body, signature } = JSON.parse(line) as SignedMessage
  const head = [
    'POST /webhooks/sms HTTP/1.1',
    'Host: bench.example',
    'Content-Type: application/x-www-form-urlencoded',
    `X-Twilio-Signature: ${signature}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}
