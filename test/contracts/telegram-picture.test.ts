import { decode } from 'fast-png'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { telegramSender } from '../../src/channels/telegram/sender.ts'
import { takeUpdate } from '../../src/channels/telegram/take-update.ts'
import { parseOutgoing, placeOfOutgoing } from '../../src/outbox/outgoing.ts'
import type { Claimed, SendResult } from '../../src/outbox/sender.ts'
import { importPersonas, testServices } from './services.ts'

const TOKEN = '7000001:AAFakeTokenThatNoLogMayShow-123456789'
const CHAT = 501
/** Of a persona's household with a son in his last year of senior school. */
const FAMILY = '+8612900000003'
const ASKED = [
  { language: 'zh-CN', first: '汉语', asks: '往后有什么路' },
  { language: 'bo', first: 'བོད་ཡིག', asks: 'སློབ་ཐོན་རྗེས་འགྲོ་ལམ་གང་ཡོད' },
] as const

let services: Awaited<ReturnType<typeof testServices>>
let updates = 0

beforeEach(async () => {
  services = await testServices(await openTestStore(), { CONTACT_RATE: '100', TELEGRAM_BOT_TOKEN: TOKEN })
  await importPersonas(services)
})
afterEach(() => vi.unstubAllGlobals())

describe.each(ASKED)(`the picture of routes on ${PLATFORM}, in $language`, ({ language, first, asks }) => {
  beforeEach(async () => {
    await happens({ contact: { phone_number: FAMILY, user_id: CHAT } })
    await happens({ text: first })
    await happens({ text: asks })
  })

  it('waits to leave after its words, as what it shows', async () => {
    const [words, picture] = (await waiting()).slice(-2)
    expect(words?.spoken.picture).toBeUndefined()
    expect(picture?.spoken.picture).toMatchObject({ language, stage: 'senior' })
    expect(JSON.stringify(picture?.spoken).length).toBeLessThan(2000)
  })

  it('is drawn when it leaves, and uploaded with its caption', async () => {
    const claimed = (await waiting()).at(-1)
    const { fields, file } = await uploadOf(claimed)
    expect(fields.get('chat_id')).toBe(String(CHAT))
    expect(fields.get('caption')).toBe(claimed?.spoken.text)
    const png = decode(file, { checkCrc: true })
    expect([png.width, png.channels, png.palette?.length]).toEqual([720, 1, 96])
    expect(png.height).toBeGreaterThan(720)
  })
})

async function happens(what: object): Promise<void> {
  updates += 1
  const message = { chat: { id: CHAT, type: 'private' }, from: { id: CHAT, is_bot: false }, ...what }
  await takeUpdate(services, { update_id: updates, message })
}

async function waiting(): Promise<readonly Claimed[]> {
  const rows = await services.store.rows<{ id: string; sealed: string }>(
    'select id, sealed from outbox order by rowid',
  )
  return Promise.all(
    rows.map(async ({ id, sealed }) => {
      const outgoing = parseOutgoing(await services.vault.open(sealed, placeOfOutgoing(id)))
      return { id, kind: 'answer' as const, attempts: 0, ...outgoing }
    }),
  )
}

/** What the real client uploads, where Telegram would be. */
async function uploadOf(message: Claimed | undefined): Promise<Upload> {
  let body: Promise<ArrayBuffer> | undefined
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    expect(url).toBe(`https://api.telegram.org/bot${TOKEN}/sendPhoto`)
    body = new Request(url, init).arrayBuffer()
    await body
    return Response.json({ ok: true, result: { message_id: 1 } })
  })
  const sent: SendResult | undefined = message && (await telegramSender(services.settings)?.send(message))
  expect(sent).toEqual({ state: 'sent', providerId: null })
  if (body === undefined) throw new Error('nothing was uploaded')
  return readUpload(new Uint8Array(await body))
}

type Upload = { readonly fields: ReadonlyMap<string, string>; readonly file: Uint8Array }

// By hand: grammY leaves its file names unquoted, which workerd's own reader of forms takes for no file.
function readUpload(bytes: Uint8Array): Upload {
  const form = new TextDecoder().decode(bytes)
  const fields = [...form.matchAll(/name="(\w+)"\r\n\r\n(.*?)\r\n--/gs)].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
  return {
    fields: new Map(fields),
    file: bytes.slice(placeIn(bytes, '\u0089PNG'), placeIn(bytes, 'IEND') + 8),
  }
}

function placeIn(bytes: Uint8Array, sign: string): number {
  const codes = Array.from(sign, (one) => one.charCodeAt(0))
  return bytes.findIndex((_, from) => codes.every((code, at) => bytes[from + at] === code))
}
