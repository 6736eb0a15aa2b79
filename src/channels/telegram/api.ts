import { autoRetry } from '@grammyjs/auto-retry'
import { Api, type ApiClientOptions } from 'grammy'
import type { Settings } from '../../settings.ts'

/** How long Telegram may take to answer before the answer counts as lost. */
const TIMEOUT_SECONDS = 10

/** How grammY's client reaches Telegram. A tap is acknowledged in a webhook's own response. */
export function clientOptions({ telegram }: Settings): ApiClientOptions {
  return {
    apiRoot: telegram.apiRoot,
    timeoutSeconds: TIMEOUT_SECONDS,
    canUseWebhookReply: (method) => method === 'answerCallbackQuery',
  }
}

/** The Bot API, with `timeoutSeconds` for a call that waits by design; null where no bot is configured. */
export function openApi(settings: Settings, timeoutSeconds = TIMEOUT_SECONDS): Api | null {
  const { botToken } = settings.telegram
  if (botToken === undefined) return null
  const api = new Api(botToken, { ...clientOptions(settings), timeoutSeconds })
  // A short flood is waited out here. A longer one is the caller's to wait for; what may have been taken is no retry's.
  api.config.use(
    autoRetry({
      maxRetryAttempts: 2,
      maxDelaySeconds: 3,
      rethrowInternalServerErrors: true,
      rethrowHttpErrors: true,
    }),
  )
  return api
}
