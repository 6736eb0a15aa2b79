import type { Refusal } from './limits.ts'

const SECOND = 1000
const PER_CHAT = 1
const OVERALL = 30

/** Telegram's flood control: a message a second to one chat, thirty a second to all. https://core.telegram.org/bots/faq */
export class Flood {
  readonly #now: () => number
  #sent: { readonly chat: number; readonly at: number }[] = []

  constructor(now: () => number) {
    this.#now = now
  }

  /** Takes a message's place in this second, or tells how long to wait. */
  take(chat: number): Refusal | null {
    const now = this.#now()
    this.#sent = this.#sent.filter(({ at }) => now - at < SECOND)
    const ofChat = this.#sent.filter((one) => one.chat === chat)
    const [first] = ofChat.length >= PER_CHAT ? ofChat : this.#sent.length >= OVERALL ? this.#sent : []
    if (first === undefined) {
      this.#sent.push({ chat, at: now })
      return null
    }
    const seconds = Math.max(1, Math.ceil((first.at + SECOND - now) / SECOND))
    return {
      error_code: 429,
      description: `Too Many Requests: retry after ${seconds}`,
      parameters: { retry_after: seconds },
    }
  }
}
