import { z } from 'zod'
import type { Claimed, Found, Kept } from '../../outbox/sender.ts'
import { type Account, messagesPath, request } from './account.ts'
import { meaningOf } from './error-codes.ts'

/** How far Twilio's clock, which tells whole seconds, may be behind ours. */
const CLOCKS_APART_MS = 5000
const PAGE_SIZE = '100'
/** A family is sent a few messages a week: what is older than this many is not looked through. */
const MOST_PAGES = 10

const message = z.object({
  sid: z.string(),
  status: z.string(),
  body: z.string().nullable(),
  direction: z.string().optional(),
  date_created: z.string(),
  error_code: z.number().nullish(),
})
const page = z.object({ messages: z.array(message), next_page_uri: z.string().nullish() })
type Message = z.output<typeof message>

/**
 * Asks for what was sent to that number with the same words since `since`: those messages may be this one. By the number
 * alone: a message that waits in Twilio's queue has no date of sending to ask by.
 */
export async function find(account: Account, { address, spoken }: Claimed, since: Date): Promise<Found> {
  const from = since.getTime() - CLOCKS_APART_MS
  const alike: Message[] = []
  const query = new URLSearchParams({ To: address, PageSize: PAGE_SIZE })
  let path: string | null = `${messagesPath(account)}?${query}`
  for (let pages = 0; path !== null && pages < MOST_PAGES; pages++) {
    const read: z.output<typeof page> | null = await readPage(account, path)
    if (read === null) return { unanswered: 'not-asked' }
    const recent = read.messages.filter(({ date_created }) => Date.parse(date_created) >= from)
    alike.push(...recent.filter(({ body, direction }) => body === spoken.text && isOurs(direction)))
    // The list goes from the latest back.
    path = recent.length < read.messages.length ? null : (read.next_page_uri ?? null)
  }
  return { kept: alike.toReversed().map(keptAs) }
}

async function readPage(account: Account, path: string): Promise<z.output<typeof page> | null> {
  try {
    const response = await request(account, path, { method: 'GET' })
    if (!response.ok) return null
    return page.safeParse(await response.json()).data ?? null
  } catch {
    return null
  }
}

// An answer in TwiML has the same words at times, and is another message.
function isOurs(direction: string | undefined): boolean {
  return direction === undefined || direction === 'outbound-api'
}

function keptAs({ sid, status, error_code }: Message): Kept {
  if (!['failed', 'undelivered', 'canceled'].includes(status)) return { providerId: sid, refused: null }
  const isStop = typeof error_code === 'number' && meaningOf(error_code) === 'stopped'
  const code = String(error_code ?? status)
  return { providerId: sid, refused: { state: isStop ? 'stopped' : 'failed', code } }
}
