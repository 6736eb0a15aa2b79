import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

/** An account at Twilio as the stand-in keeps it. */
export type Account = {
  readonly sid: string
  readonly token: string
  readonly number: string
  /** Where what is sent to the number is told. */
  readonly inboundUrl: string
}

const SPEC = 'node_modules/@twilio-alpha/mcp/twilio-oai/spec/json/twilio_api_v2010.json'
const LISTED = z.object({
  messages: z.array(z.object({ sid: z.string(), to: z.string(), body: z.string().nullable() })),
})

/**
 * Twilio, as far as it can be had on this machine: emulate keeps the messages and calls back, and prism before it holds each
 * request against Twilio's published OpenAPI. `base` is where both are reached.
 */
export async function startTwilio(folder: string, { sid, token, number, inboundUrl }: Account) {
  const [own, before] = [await freePort(), await freePort()]
  const emulator = await emulated(folder, own, {
    account: { sid, auth_token: token },
    phone_numbers: [{ phone_number: number, sms_url: inboundUrl }],
  })
  const prism = spawn(
    process.execPath,
    [join(folder, 'node_modules/.bin/prism'), 'proxy', join(folder, SPEC), `http://127.0.0.1:${own}`].concat([
      '--port',
      String(before),
    ]),
    { stdio: 'ignore' },
  )
  const base = `http://127.0.0.1:${before}`
  await listening(base)
  const authorization = `Basic ${btoa(`${sid}:${token}`)}`
  const post = (path: string, form: Readonly<Record<string, string>>) =>
    fetch(`http://127.0.0.1:${own}${path}`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams(form),
    })
  return {
    base,
    /** All it was given, whoever asks. */
    messages: async () => {
      const url = `http://127.0.0.1:${own}/2010-04-01/Accounts/${sid}/Messages.json?PageSize=1000`
      return LISTED.parse(await (await fetch(url, { headers: { authorization } })).json()).messages
    },
    /** Moves a message on, and calls back. */
    status: (message: string, status: string) =>
      post('/_twilio/simulate/message-status', { MessageSid: message, Status: status }),
    /** A text from a telephone to the number. */
    inbound: (from: string, text: string) =>
      post('/_twilio/simulate/inbound-message', { From: from, To: number, Body: text }),
    close: async () => {
      const ended = once(prism, 'exit')
      prism.kill()
      await ended
      await emulator.close()
    },
  }
}

type Emulator = { readonly close: () => Promise<void> }

async function emulated(folder: string, port: number, twilio: object): Promise<Emulator> {
  const { createEmulator } = await emulateIn(folder)
  return createEmulator({ service: 'twilio', port, seed: { twilio } })
}

// It is no dependency of ours, so that its types are not there.
async function emulateIn(folder: string) {
  const file = pathToFileURL(join(folder, 'node_modules/emulate/dist/api.js')).href
  return (await import(file)) as { readonly createEmulator: (options: object) => Promise<Emulator> }
}

async function listening(base: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if ((await fetch(base).catch(() => null)) !== null) return
    await sleep(200)
  }
  throw new Error('prism does not listen')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
