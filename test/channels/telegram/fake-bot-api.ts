import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Flood } from './fake/flood.ts'
import {
  bad,
  captionFault,
  commandsFault,
  descriptionFault,
  keyboardFault,
  type Params,
  photoFault,
  type Refusal,
  textFault,
  textOf,
  webhookFault,
} from './fake/limits.ts'
import { Person } from './fake/person.ts'
import { type Call, readCall } from './fake/request.ts'
import { Updates } from './fake/updates.ts'

export const TOKEN = '7000001:AAFakeTokenThatNoLogMayShow-123456789'
const ME = {
  id: 7_000_001,
  is_bot: true,
  first_name: 'Huixue',
  username: 'huixue_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
}

type Misbehave = (response: ServerResponse, call: Call) => void

/**
 * Telegram's side of the Bot API, within its documented limits: persons who write and tap, updates by webhook or by
 * asking, and what it shows of the bot. `now` is its clock, for flood control.
 */
export async function fakeBotApi(now: () => number = Date.now) {
  const api = new FakeBotApi(now)
  await api.listen()
  return api
}

export class FakeBotApi {
  readonly updates: Updates
  /** Every call that was let through to a method, by its name. */
  readonly calls: Call[] = []
  readonly commands = new Map<string, Params>()
  readonly descriptions = new Map<string, string>()
  url = ''
  readonly #now: () => number
  readonly #flood: Flood
  readonly #persons = new Map<number, Person>()
  readonly #server = createServer((request, response) => {
    void readCall(request).then((call) => this.#answer(call, response))
  })
  #misbehave: Misbehave | null = null
  #onEach: (call: Call) => Misbehave | null = () => null
  #misbehaving: string | null = null

  constructor(now: () => number) {
    this.#now = now
    this.#flood = new Flood(now)
    this.updates = new Updates((reply) => this.#call({ ...reply, token: TOKEN, params: reply, file: null }))
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.updates.endAsking()
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  /** A person who may write to the bot; the same id is the same person. */
  person(id: number): Person {
    const known = this.#persons.get(id)
    if (known !== undefined) return known
    const person = new Person(id, (happening) => this.updates.happen(happening), this.#now)
    this.#persons.set(id, person)
    return person
  }

  /** Takes a call as usual, whatever becomes of the answer. */
  async take(call: Call): Promise<void> {
    await this.#call(call)
  }

  /** Answers the next call oddly. */
  next(misbehave: Misbehave): void {
    this.#misbehave = misbehave
    this.#misbehaving = null
  }

  /** Answers the next call of a method oddly. */
  onNext(method: string, misbehave: Misbehave): void {
    this.#misbehave = misbehave
    this.#misbehaving = method
  }

  /** Answers every call of a method by this; null answers it as usual. `nth` counts them from 1. */
  onEach(method: string, misbehaviour: (nth: number) => Misbehave | null): void {
    let nth = 0
    this.#onEach = (call) => (call.method === method ? misbehaviour(++nth) : null)
  }

  called(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method)
  }

  async #answer(call: Call, response: ServerResponse): Promise<void> {
    const each = this.#onEach(call)
    if (each !== null) return each(response, call)
    const odd = this.#misbehave
    if (odd !== null && (this.#misbehaving ?? call.method) === call.method) {
      this.#misbehave = null
      return odd(response, call)
    }
    const result = await this.#call(call)
    if (!isRefusal(result)) return reply(response, 200, { ok: true, result })
    reply(response, result.error_code, { ok: false, ...result })
  }

  #call(call: Call): unknown {
    const { token, method, params } = call
    if (!/^\d+:[\w-]{20,}$/.test(token)) return { error_code: 404, description: 'Not Found' }
    if (token !== TOKEN) return { error_code: 401, description: 'Unauthorized' }
    this.calls.push(call)
    switch (method) {
      case 'getMe':
        return ME
      case 'getUpdates':
        return this.#getUpdates(params)
      case 'setWebhook':
        return webhookFault(params) ?? this.#setWebhook(params)
      case 'deleteWebhook':
        this.updates.webhook = null
        return true
      case 'sendMessage':
        return textFault(params) ?? this.#send(call)
      case 'sendPhoto':
        if (call.file === null) return bad('there is no photo in the request')
        return captionFault(params) ?? photoFault(call.file) ?? this.#send(call)
      case 'answerCallbackQuery':
        return this.#acknowledge(params)
      case 'setMyCommands':
        return commandsFault(params) ?? this.#keep(this.commands, params, params)
      case 'setMyDescription':
        return this.#describe(params, 'description', 512)
      case 'setMyShortDescription':
        return this.#describe(params, 'short_description', 120)
      default:
        return { error_code: 404, description: 'Not Found: method not found' }
    }
  }

  #getUpdates({ offset = 0, timeout = 0 }: Params): unknown {
    const conflict = (why: string) => ({ error_code: 409, description: `Conflict: ${why}` })
    if (this.updates.webhook !== null)
      return conflict("can't use getUpdates method while webhook is active; use deleteWebhook first")
    if (this.updates.isAsked) return conflict('terminated by other getUpdates request')
    return this.updates.ask(Number(offset), Number(timeout))
  }

  #setWebhook({ url, secret_token: secret = null, allowed_updates: allowed = null }: Params): true {
    this.updates.endAsking()
    this.updates.webhook = {
      url: textOf(url),
      secret: secret === null ? null : textOf(secret),
      allowed: allowed as readonly string[] | null,
    }
    return true
  }

  #send({ params, file }: Call): unknown {
    const chat = Number(params['chat_id'])
    const person = this.#persons.get(chat)
    if (person === undefined) return bad('chat not found')
    if (person.blocked) return { error_code: 403, description: 'Forbidden: bot was blocked by the user' }
    const fault = keyboardFault(params['reply_markup'], 'private') ?? this.#flood.take(chat)
    if (fault !== null) return fault
    const messageId = person.shows(params, file)
    return { message_id: messageId, date: Math.floor(this.#now() / 1000), chat: person.chat }
  }

  #acknowledge({ callback_query_id: id, text = null }: Params): unknown {
    if (typeof text === 'string' && text.length > 200) return bad('MESSAGE_TOO_LONG')
    const person = this.#persons.get(Number(textOf(id).split('-')[0]))
    if (person === undefined)
      return bad('query is too old and response timeout expired or query ID is invalid')
    person.notices.push(text === null ? null : textOf(text))
    return true
  }

  #describe(params: Params, field: 'description' | 'short_description', most: number): unknown {
    const text = params[field]
    const fault = descriptionFault(text, most, params['language_code'])
    return fault ?? this.#keep(this.descriptions, params, textOf(text), `${field} `)
  }

  #keep<Value>(
    kept: Map<string, Value>,
    { language_code: language = '' }: Params,
    value: Value,
    field = '',
  ): true {
    kept.set(`${field}${textOf(language)}`, value)
    return true
  }
}

/** Answers as the Bot API does. */
export function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && 'error_code' in result
}
