import type { Update } from 'grammy/types'
import type { Happening } from './person.ts'

type Webhook = {
  readonly url: string
  readonly secret: string | null
  readonly allowed: readonly string[] | null
}

/** Told what a webhook's response asks for: a call of the Bot API. */
type OnReply = (reply: { readonly method: string }) => void

/** Updates on their way to the bot: by its webhook, or kept until it asks for them. */
export class Updates {
  webhook: Webhook | null = null
  /** Where the webhook's address leads, as a proxy in front of the program does. */
  deliverTo: ((request: Request) => Promise<Response>) | null = null
  readonly statuses: number[] = []
  #pending: Update[] = []
  #last = 700_000_000
  #asking: ((updates: readonly Update[]) => void) | null = null
  readonly #onReply: OnReply

  constructor(onReply: OnReply) {
    this.#onReply = onReply
  }

  /** A number, and the way to the bot. One that is not taken waits for `redeliver`. */
  async happen(happening: Happening): Promise<void> {
    const update = { update_id: ++this.#last, ...happening } as Update
    const [kind = ''] = Object.keys(happening)
    if (this.webhook?.allowed?.includes(kind) === false) return
    if (this.webhook !== null) {
      if (!(await this.deliver(update))) this.#pending.push(update)
      return
    }
    this.#pending.push(update)
    this.#asking?.(this.#pending)
  }

  /** Delivers what the webhook did not take before. */
  async redeliver(): Promise<void> {
    const waiting = this.#pending
    this.#pending = []
    for (const update of waiting) if (!(await this.deliver(update))) this.#pending.push(update)
  }

  /** One delivery, with the secret that the webhook was set with; true where it was taken. */
  async deliver(update: Update): Promise<boolean> {
    if (this.webhook === null || this.deliverTo === null) return false
    const { url, secret } = this.webhook
    const response = await this.deliverTo(
      new Request(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
      }),
    )
    this.statuses.push(response.status)
    const reply = await response.text()
    if (response.ok && reply !== '') this.#onReply(JSON.parse(reply) as { method: string })
    return response.ok
  }

  /** Those from `offset` on; the ones before are forgotten. Waits for the first up to so many seconds. */
  async ask(offset: number, seconds: number): Promise<readonly Update[]> {
    this.#pending = this.#pending.filter(({ update_id: id }) => id >= offset)
    if (this.#pending.length > 0 || seconds === 0) return this.#pending.slice(0, 100)
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#asking?.([]), seconds * 1000)
      timer.unref()
      this.#asking = (updates) => {
        clearTimeout(timer)
        this.#asking = null
        resolve(updates.slice(0, 100))
      }
    })
  }

  /** Ends a question that is being held. */
  endAsking(): void {
    this.#asking?.([])
  }

  get isAsked(): boolean {
    return this.#asking !== null
  }

  get waiting(): number {
    return this.#pending.length
  }
}
