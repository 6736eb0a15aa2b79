import { connect } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { asProvider, readTwiml } from '../../src/channels/sms/as-provider.ts'
import { parseSettings, type Settings } from '../../src/settings.ts'

/** A telephone that texts a running program through the signed webhook, as Twilio would. */
export function telephone(url: string, from: string): (text: string) => Promise<readonly string[]> {
  const settings = settingsOf(url)
  return async (text) => {
    const response = await fetch(asProvider(settings, { from, text }))
    if (!response.ok) throw new Error(`the webhook answered ${response.status}`)
    return readTwiml(await response.text())
  }
}

/** Sends texts down one line without waiting for answers, so that they reach the program at once and in this order. */
export async function sendAtOnce(
  url: string,
  from: string,
  texts: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const settings = settingsOf(url)
  const requests = await Promise.all(
    texts.map((text, at) => wireForm(asProvider(settings, { from, text }), at === texts.length - 1)),
  )
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(requests.join(''))
  const answers = (await textOf(socket)).match(/<Response>[\s\S]*?<\/Response>|<Response\/>/g) ?? []
  return answers.map(readTwiml)
}

/** HTTP/1.1 as it goes down the line: fetch would wait for an answer before it sends again. */
export async function wireForm(request: Request, isLast: boolean): Promise<string> {
  const { host, pathname } = new URL(request.url)
  const body = await request.text()
  const headers = {
    ...Object.fromEntries(request.headers),
    host,
    'content-length': String(Buffer.byteLength(body)),
    connection: isLast ? 'close' : 'keep-alive',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return `POST ${pathname} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}

function settingsOf(url: string): Settings {
  const parsed = parseSettings({ PUBLIC_URL: url, DEMO: '1' })
  if (!parsed.ok) throw new Error(parsed.faults.join('; '))
  return parsed.settings
}
