import { type Api, GrammyError, HttpError, InputFile } from 'grammy/web'
import type { RoutePicture } from '../../conversation/routes/picture.ts'
import type { Claimed, Sender, SendResult } from '../../outbox/sender.ts'
import { routesPng } from '../../pictures/routes-png.ts'
import type { Settings } from '../../settings.ts'
import { openApi } from './api.ts'
import { keyboardFor } from './keyboard.ts'

/** What surely never reached Telegram: no connection came about. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** The way out by the Bot API; null where no bot is configured. What became of a lost message Telegram cannot be asked. */
export function telegramSender(settings: Settings): Sender | null {
  const api = openApi(settings)
  return api === null ? null : { send: (message) => send(api, message) }
}

async function send(api: Api, { address, spoken }: Claimed): Promise<SendResult> {
  const keyboard = keyboardFor(spoken)
  const buttons = keyboard === undefined ? {} : { reply_markup: keyboard }
  const { text, picture } = spoken
  const png = picture === undefined ? null : await drawn(picture)
  // What it shows was said in words before it.
  if (png === null && picture !== undefined) return { state: 'failed', code: 'not-drawn' }
  try {
    if (png === null)
      await api.sendMessage(address, text, { link_preview_options: { is_disabled: true }, ...buttons })
    else await api.sendPhoto(address, new InputFile(png, 'routes.png'), { caption: text, ...buttons })
    // A message's number is one of its chat's, whose own stands nowhere in the clear.
    return { state: 'sent', providerId: null }
  } catch (error) {
    return error instanceof GrammyError ? refused(error) : lost(error)
  }
}

// A picture stored by another release may show what this one cannot draw.
async function drawn(picture: RoutePicture): Promise<Uint8Array | null> {
  try {
    return await routesPng(picture)
  } catch {
    return null
  }
}

function refused({ error_code: code, description, parameters }: GrammyError): SendResult {
  const name = KINDS.find(([pattern]) => pattern.test(description))?.[1] ?? String(code)
  if (code === 429) return flooded(name, parameters.retry_after ?? 1)
  if (code === 403) return { state: 'stopped', code: name }
  // A token that is not taken, or a Telegram that fails itself, is no fault of the message's.
  if (code === 401 || code === 404 || code >= 500)
    return { state: 'again', code: name, afterMs: null, holds: 'channel' }
  return { state: 'failed', code: name }
}

// One chat gets a message a second, and a flood of that alone is over soon; a longer one is taken as everybody's.
function flooded(code: string, seconds: number): SendResult {
  const holds = seconds <= OF_ONE_CHAT_SECONDS ? 'address' : 'channel'
  return { state: 'again', code, afterMs: seconds * 1000, holds }
}

const OF_ONE_CHAT_SECONDS = 3

// The words of the API for what cannot be told by its code: https://core.telegram.org/api/errors
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/bot was blocked/i, 'blocked'],
  [/user is deactivated/i, 'deactivated'],
  [/chat not found/i, 'chat-not-found'],
]

// An answer that did not come, or that is no word of Telegram's: it may have been taken.
function lost(error: unknown): SendResult {
  const code = codeOf(error)
  return code !== null && NEVER_LEFT.has(code)
    ? { state: 'again', code, afterMs: null, holds: 'channel' }
    : { state: 'unknown', code: code ?? 'no-answer' }
}

// Never the message: it holds the address called, and so the token.
function codeOf(error: unknown): string | null {
  const cause: unknown = error instanceof HttpError ? error.error : error
  if (!(cause instanceof Error)) return null
  const { code, cause: inner } = cause as { readonly code?: unknown; readonly cause?: unknown }
  if (typeof code === 'string') return code
  return inner instanceof Error ? codeOf(inner) : null
}
