import { openPatientApi } from '../channels/telegram/api.ts'
import { introduce } from '../channels/telegram/introduction.ts'
import { setWebhook, webhookOf } from '../channels/telegram/setup.ts'
import { parseSettings } from '../settings.ts'

/*
 * Tells Telegram where the Worker is reached, and introduces the bot there: once after a deployment, as a Worker has no
 * start of its own at which to do it. It opens no database, so of the settings only Telegram's need be given.
 */
const parsed = parseSettings({ ...process.env, DEMO: '1' })
if (!parsed.ok) fail(parsed.faults)
const { settings } = parsed
const api = openPatientApi(settings)
const webhook = webhookOf(settings)
if (api === null || webhook === null)
  fail([
    ...(api === null ? ['TELEGRAM_BOT_TOKEN: required'] : []),
    ...(settings.telegram.webhookSecret === undefined ? ['TELEGRAM_WEBHOOK_SECRET: required'] : []),
    ...(settings.publicUrl.startsWith('https:') ? [] : ['PUBLIC_URL: required, an https address']),
  ])

try {
  await setWebhook(api, settings)
  await introduce(api)
  console.log(`Telegram delivers to ${webhook.url}; the bot is introduced in Chinese and Tibetan.`)
} catch (error) {
  // Never its message: it may hold the token.
  fail([`Telegram refused, or could not be reached: ${error instanceof Error ? error.name : 'unknown'}`])
}

function fail(problems: readonly string[]): never {
  console.error(problems.join('\n'))
  process.exit(1)
}
