import { Bot, BotError, type Context } from 'grammy/web'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { Services } from '../../services.ts'
import { clientOptions, openPatientApi } from './api.ts'
import { loadBot } from './bot-info.ts'
import { takeUpdate } from './take-update.ts'

/** What may be told beside a tap, in UTF-16 units: https://core.telegram.org/bots/api#answercallbackquery */
const NOTICE_UNITS = 200

/** Hands Updates to the inbox. `reply` takes the body of a webhook's response, where a call may be made by it. */
export type UpdateHandler = (update: Update, reply?: (json: string) => void) => Promise<void>

/**
 * Opens the bot at the first Update, by what is stored of it: no call goes out for an Update that was not verified.
 * Null where no bot is configured. Throws what the inbox throws: the Update is then not handled, and comes again.
 */
export function openHandler(services: Services): UpdateHandler | null {
  const api = openPatientApi(services.settings)
  const { botToken } = services.settings.telegram
  if (api === null || botToken === undefined) return null
  let opening: Promise<Bot> | undefined
  const open = () => {
    opening ??= loadBot(services, api)
      .then(({ me }) => createBot(services, botToken, me))
      .catch((error: unknown) => {
        opening = undefined
        throw error
      })
    return opening
  }
  return async (update, reply) => {
    const bot = await open()
    try {
      await bot.handleUpdate(update, reply && { send: async (json) => reply(json) })
    } catch (error) {
      throw error instanceof BotError ? error.error : error
    }
  }
}

function createBot(services: Services, token: string, botInfo: UserFromGetMe): Bot {
  const bot = new Bot(token, { botInfo, client: clientOptions(services.settings) })
  bot.use(async (ctx) => {
    const said = await takeUpdate(services, ctx.update)
    const notice = said.find(({ beside }) => beside === true)?.text.slice(0, NOTICE_UNITS)
    if (ctx.callbackQuery !== undefined) await acknowledge(services, ctx, notice)
  })
  return bot
}

// What was tapped is committed: a tap that Telegram no longer waits for is none the worse.
async function acknowledge({ log }: Services, ctx: Context, text: string | undefined): Promise<void> {
  try {
    await ctx.answerCallbackQuery(text === undefined ? {} : { text })
  } catch (error) {
    log.warn('tap not acknowledged', { error: error instanceof Error ? error.name : 'unknown' })
  }
}
