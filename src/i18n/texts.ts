import { createInstance } from 'i18next'
import boConversation from '../../locales/bo/conversation.json' with { type: 'json' }
import boPolicy from '../../locales/bo/policy.json' with { type: 'json' }
import boSimulator from '../../locales/bo/simulator.json' with { type: 'json' }
import zhConversation from '../../locales/zh-CN/conversation.json' with { type: 'json' }
import zhPolicy from '../../locales/zh-CN/policy.json' with { type: 'json' }
import zhSimulator from '../../locales/zh-CN/simulator.json' with { type: 'json' }

export const LANGUAGES = ['zh-CN', 'bo'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text's name: its room's file, a colon, its key. Chinese is the measure; parity is held by `npm run check:locales`. */
export type TextKey =
  | `conversation:${keyof typeof zhConversation}`
  | `policy:${keyof typeof zhPolicy}`
  | `simulator:${keyof typeof zhSimulator}`

/** A text in one language, its placeholders filled. A missing key or value throws: it is a programmer's error. */
type Translate = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string

const i18n = createInstance({
  lng: 'zh-CN',
  fallbackLng: false,
  initAsync: false,
  ns: ['conversation', 'policy', 'simulator'],
  keySeparator: false,
  pluralSeparator: '|',
  contextSeparator: '|',
  interpolation: { escapeValue: false },
  parseMissingKeyHandler: (key) => fail(`no text ${key}`),
  missingInterpolationHandler: (_text, match: readonly string[]) =>
    fail(`no value for ${match[0] ?? 'a placeholder'}`),
  resources: {
    'zh-CN': { conversation: zhConversation, policy: zhPolicy, simulator: zhSimulator },
    bo: { conversation: boConversation, policy: boPolicy, simulator: boSimulator },
  },
})
void i18n.init()

const FIXED: Readonly<Record<Language, Translate>> = { 'zh-CN': fixed('zh-CN'), bo: fixed('bo') }

/** The texts of one language, for all rooms that speak. Pure: the texts are part of the program. */
export function textsIn(language: Language): Translate {
  return FIXED[language]
}

/** Whether a text of this name exists: for names made of data, such as a condition's. */
export function isTextKey(key: string): key is TextKey {
  return i18n.exists(key, { lng: 'zh-CN' })
}

// i18next's own type of a fixed function knows neither our keys nor that a text is one string.
function fixed(language: Language): Translate {
  const translate = i18n.getFixedT(language)
  const plain = new Map<TextKey, string>()
  return (key, params) => {
    if (params !== undefined) return String(translate(key, { ...params }))
    const text = plain.get(key) ?? String(translate(key))
    plain.set(key, text)
    return text
  }
}

function fail(message: string): never {
  throw new Error(message)
}
