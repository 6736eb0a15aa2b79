import type { Api } from 'grammy/web'
import type { BotCommand } from 'grammy/types'
import { CHAT_COMMANDS, type ChatCommand } from '../../conversation/hearing/commands.ts'
import { LANGUAGES, type TextKey, textsIn } from '../../i18n/texts.ts'

/** Our bot in the words of one of Telegram's languages. */
type Introduction = {
  /** ISO 639-1; absent for whoever uses Telegram in any other language. */
  readonly language_code?: 'zh' | 'bo'
  readonly commands: readonly BotCommand[]
  readonly description: string
  readonly shortDescription: string
}

/** Telegram knows its users' languages by ISO 639-1. */
const CODES = { 'zh-CN': 'zh', bo: 'bo' } as const

/**
 * Our bot as Telegram shows it: in Chinese and Tibetan to whose Telegram speaks them, and in both to everybody else, as
 * few Tibetans' does.
 */
export function introductions(): readonly Introduction[] {
  const ofOne = LANGUAGES.map((language) => ({
    language_code: CODES[language],
    ...worded((key) => textsIn(language)(key)),
  }))
  const inBoth = worded((key, between) => LANGUAGES.map((language) => textsIn(language)(key)).join(between))
  return [inBoth, ...ofOne]
}

/** Tells Telegram the commands and descriptions of our bot. Harmless to repeat. */
export async function introduce(api: Api): Promise<void> {
  for (const { language_code, commands, description, shortDescription } of introductions()) {
    const language = language_code === undefined ? {} : { language_code }
    await api.setMyCommands(commands, { scope: { type: 'all_private_chats' }, ...language })
    await api.setMyDescription(description, language)
    await api.setMyShortDescription(shortDescription, language)
  }
}

function worded(text: (key: TextKey, between: string) => string): Omit<Introduction, 'language_code'> {
  const names = Object.keys(CHAT_COMMANDS) as readonly ChatCommand[]
  return {
    commands: names.map((command) => ({ command, description: text(`telegram:command.${command}`, ' · ') })),
    description: text('telegram:description', '\n\n'),
    shortDescription: text('telegram:short-description', '\n'),
  }
}
