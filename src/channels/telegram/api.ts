import { autoRetry } from '@grammyjs/auto-retry'
import { Api, type ApiClientOptions } from 'grammy/web'
import type { Settings } from '../../settings.ts'

/*
 * `grammy/web` on both runtimes: it calls the runtime's own `fetch`; the build for Node alone brings an older one along.
 */

/** How long Telegram may take to answer before the answer counts as lost. */
const TIMEOUT_SECONDS = 10

/** How grammY's client reaches Telegram. A tap is acknowledged in a webhook's own response. */
export function clientOptions({ telegram }: Settings): ApiClientOptions {
  return {
    apiRoot: telegram.apiRoot,
    timeoutSeconds: TIMEOUT_SECONDS,
    canUseWebhookReply: (method) => method === 'answerCallbackQuery',
    // Node's `fetch` wants it said that a file is sent before its answer is read.
    baseFetchConfig: { duplex: 'half' },
  }
}

/** The Bot API, each call made once; null where no bot is configured. */
export function openApi(settings: Settings): Api | null {
  const { botToken } = settings.telegram
  return botToken === undefined ? null : new Api(botToken, clientOptions(settings))
}

/**
 * The Bot API for what may be done twice without harm: floods of some seconds are waited out. `timeoutSeconds` is for a
 * call that waits by design.
 */
export function openPatientApi(settings: Settings, timeoutSeconds = TIMEOUT_SECONDS): Api | null {
  const { botToken } = settings.telegram
  if (botToken === undefined) return null
  const api = new Api(botToken, { ...clientOptions(settings), timeoutSeconds })
  api.config.use(
    autoRetry({
      maxRetryAttempts: 3,
      maxDelaySeconds: 10,
      rethrowInternalServerErrors: true,
      rethrowHttpErrors: true,
    }),
  )
  return api
}
