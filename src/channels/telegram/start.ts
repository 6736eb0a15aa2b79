import { type Api, GrammyError } from 'grammy/web'
import type { Services } from '../../services.ts'
import { openPatientApi } from './api.ts'
import { openHandler, type UpdateHandler } from './bot.ts'
import { keepIntroduced, setWebhook, webhookOf } from './setup.ts'
import { ALLOWED_UPDATES } from './update.ts'

/** How long Telegram holds a question for Updates while there are none. */
const POLL_SECONDS = 25
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000
/** An Update that fails this often is given up, so that those behind it are heard. */
const MOST_TRIES = 5

/**
 * Starts the bot on a server that stays: introduces it, and has Updates come to our webhook or, without a public
 * address, asks for them. Returns how to end it, the Update under way done. Nothing without a bot's token.
 */
export function startTelegram(services: Services, pause: Pause = sleep): () => Promise<void> {
  const api = openPatientApi(services.settings)
  const polling = openPatientApi(services.settings, POLL_SECONDS + 10)
  const handle = openHandler(services)
  if (api === null || polling === null || handle === null) return () => Promise.resolve()
  const ending = new AbortController()
  const ended = run({ services, api, polling, handle, pause, signal: ending.signal })
  return async () => {
    ending.abort()
    await ended
  }
}

/** Waits, or ends early with the signal. */
type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>

type Running = {
  readonly services: Services
  readonly api: Api
  readonly polling: Api
  readonly handle: UpdateHandler
  readonly pause: Pause
  readonly signal: AbortSignal
}

async function run(running: Running): Promise<void> {
  const { services, api, signal } = running
  await untilDone(running, 'setup', async () => {
    await setWebhook(api, services.settings)
    await keepIntroduced(services, api)
    return 'done'
  })
  if (signal.aborted) return
  const polls = webhookOf(services.settings) === null
  services.log.info('telegram ready', { by: polls ? 'polling' : 'webhook' })
  if (polls) await poll(running)
}

async function poll({ services, polling, handle, pause, signal }: Running): Promise<void> {
  // Telegram forgets the Updates before `offset`: it moves on only past what was committed.
  let offset = 0
  let tries = 0
  const options = { timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES }
  await untilDone({ services, pause, signal }, 'polling', async () => {
    for (const update of await polling.getUpdates({ ...options, offset }, asGrammy(signal))) {
      if (signal.aborted) return 'done'
      try {
        tries += 1
        await handle(update)
      } catch (error) {
        if (tries < MOST_TRIES) throw error
        services.log.error('update given up', { error: nameOf(error) })
      }
      tries = 0
      offset = update.update_id + 1
    }
    return 'again'
  })
}

// At once again while all goes well, and at growing pauses where it does not.
async function untilDone(
  { services, pause, signal }: Pick<Running, 'services' | 'pause' | 'signal'>,
  what: string,
  step: () => Promise<'done' | 'again'>,
): Promise<void> {
  let next = FIRST_PAUSE_MS
  while (!signal.aborted) {
    try {
      if ((await step()) === 'done') return
      next = FIRST_PAUSE_MS
    } catch (error) {
      if (signal.aborted) return
      services.log.warn('telegram failed', { what, error: nameOf(error), code: codeOf(error) })
      await pause(Math.max(next, waitAsked(error)), signal)
      next = Math.min(next * 2, LONGEST_PAUSE_MS)
    }
  }
}

// grammY types an older package's signal; it listens for `abort` alone, which is the same.
function asGrammy(signal: AbortSignal): NonNullable<Parameters<Api['getUpdates']>[1]> {
  return signal as unknown as NonNullable<Parameters<Api['getUpdates']>[1]>
}

function waitAsked(error: unknown): number {
  return error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0
}

// Never a message: one of grammY's holds the address called, and so the token.
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}

function codeOf(error: unknown): number | null {
  return error instanceof GrammyError ? error.error_code : null
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end, { once: true })
    function end() {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
  })
}
