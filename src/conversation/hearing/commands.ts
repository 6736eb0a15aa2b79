import { LANGUAGES, type TextKey, textsIn } from '../../i18n/texts.ts'
import { normalise } from '../../understanding/script.ts'
import type { Intent, Language } from '../../understanding/types.ts'

/** A whole message that is always obeyed, whatever was asked before. */
export type Command =
  | {
      readonly kind: 'intent'
      readonly intent: Intent
      readonly language: Language | null
      readonly value?: Language
    }
  | { readonly kind: (typeof OWN)[number] | 'more' | 'begin'; readonly language: Language | null }

/** What only this talk does, by the name of its word. */
const OWN = ['again', 'who-sees', 'unsettled', 'link', 'unlink', 'undo-links'] as const

/**
 * The command a message is, if it is one: the words our own texts tell people to send, Twilio's English ones, and a
 * chat's, which begin with a stroke.
 */
export function commandIn(text: string): Command | null {
  return COMMANDS.get(plain(text)) ?? null
}

/** A chat's commands, in the order in which its menu shows them. */
export const CHAT_COMMANDS = {
  benefits: asking('ask-benefits'),
  routes: asking('ask-routes'),
  how: asking('ask-how'),
  status: asking('ask-status'),
  why: asking('ask-why'),
  person: asking('talk-to-person'),
  missing: asking('report-missing'),
  misuse: asking('report-misuse'),
  bo: { kind: 'intent', intent: 'set-language', language: null, value: 'bo' },
  zh: { kind: 'intent', intent: 'set-language', language: null, value: 'zh-CN' },
  privacy: { kind: 'who-sees', language: null },
  help: asking('help'),
  stop: asking('stop'),
  erase: asking('erase-data'),
  start: { kind: 'begin', language: null },
} as const satisfies Readonly<Record<string, Command>>
export type ChatCommand = keyof typeof CHAT_COMMANDS

const INTENTS = {
  stop: 'stop',
  start: 'start',
  help: 'help',
  person: 'talk-to-person',
  misuse: 'report-misuse',
  missing: 'report-missing',
  erase: 'erase-data',
  why: 'ask-why',
  how: 'ask-how',
} as const satisfies Record<string, Intent>

// https://help.twilio.com/articles/223134027 (Twilio support for opt-out keywords)
const TWILIO: Readonly<Record<'stop' | 'start' | 'help', readonly string[]>> = {
  stop: ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'],
  start: ['start', 'unstop'],
  help: ['help', 'info'],
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([...advertised(), ...english(), ...ofChats()])

function ofChats(): readonly (readonly [string, Command])[] {
  return Object.entries(CHAT_COMMANDS).map(([name, command]) => [`/${name}`, command])
}

function advertised(): readonly (readonly [string, Command])[] {
  return LANGUAGES.flatMap((language) => {
    const word = (name: string) => plain(textsIn(language)(`conversation:word.${name}` as TextKey))
    const other = language === 'bo' ? 'zh-CN' : 'bo'
    const intents = Object.entries(INTENTS).map(
      ([name, intent]) => [word(name), { kind: 'intent', intent, language }] as const,
    )
    return [
      ...intents,
      [word('own-language'), { kind: 'intent', intent: 'set-language', language, value: language }] as const,
      [word('other-language'), { kind: 'intent', intent: 'set-language', language, value: other }] as const,
      [word('more'), { kind: 'more', language }] as const,
      ...OWN.map((kind) => [word(kind), { kind, language }] as const),
    ]
  })
}

function english(): readonly (readonly [string, Command])[] {
  const words = Object.entries(TWILIO) as readonly (readonly ['stop' | 'start' | 'help', readonly string[]])[]
  return [
    ...words.flatMap(([intent, all]) =>
      all.map((word) => [word, { kind: 'intent', intent, language: null }] as const),
    ),
    ['more', { kind: 'more', language: null }] as const,
  ]
}

function plain(text: string): string {
  return normalise(text.slice(0, 100)).replace(
    /^[\s“”"'‘’「」《》]+|[\s“”"'‘’「」《》。．.!！?？,，་།༌]+$/gu,
    '',
  )
}

function asking(intent: Intent): Command {
  return { kind: 'intent', intent, language: null }
}
