import { type Context, Hono } from 'hono'
import { limitBody } from '../../http/body-limit.ts'
import { problem } from '../../http/problem.ts'
import { isSame } from '../../privacy/same.ts'
import type { Services } from '../../services.ts'
import { openHandler } from './bot.ts'
import { isUpdate } from './update.ts'

const BODY_LIMIT = 256 * 1024

/** Telegram's webhook. Without the secret nothing of a request is looked at, and nothing goes out or is stored. */
export function telegramRoutes(services: Services): Hono {
  const app = new Hono()
  const { webhookSecret } = services.settings.telegram
  const handle = openHandler(services)

  app.use('/webhooks/telegram', async (c, next) =>
    webhookSecret !== undefined && isSame(given(c), webhookSecret)
      ? next()
      : problem(c, { code: 'forbidden' }),
  )
  app.use('/webhooks/telegram', limitBody(BODY_LIMIT))

  app.post('/webhooks/telegram', async (c) => {
    if (handle === null) return problem(c, { code: 'forbidden' })
    const update: unknown = await c.req.json().catch(() => null)
    if (!isUpdate(update)) return problem(c, { code: 'malformed' })
    let reply: string | null = null
    await handle(update, (json) => {
      reply = json
    })
    return c.body(reply, 200, reply === null ? {} : { 'content-type': 'application/json' })
  })

  return app
}

function given(c: Context): string {
  return c.req.header('x-telegram-bot-api-secret-token') ?? ''
}
