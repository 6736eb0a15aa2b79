import { createInstance } from 'i18next'
import boAudit from '../../locales/bo/audit.json' with { type: 'json' }
import boBroadcasts from '../../locales/bo/broadcasts.json' with { type: 'json' }
import boCases from '../../locales/bo/cases.json' with { type: 'json' }
import boConsole from '../../locales/bo/console.json' with { type: 'json' }
import boConversation from '../../locales/bo/conversation.json' with { type: 'json' }
import boFaults from '../../locales/bo/faults.json' with { type: 'json' }
import boInspection from '../../locales/bo/inspection.json' with { type: 'json' }
import boImports from '../../locales/bo/imports.json' with { type: 'json' }
import boLabelling from '../../locales/bo/labelling.json' with { type: 'json' }
import boPolicy from '../../locales/bo/policy.json' with { type: 'json' }
import boPublic from '../../locales/bo/public.json' with { type: 'json' }
import boSimulator from '../../locales/bo/simulator.json' with { type: 'json' }
import boTelegram from '../../locales/bo/telegram.json' with { type: 'json' }
import zhAudit from '../../locales/zh-CN/audit.json' with { type: 'json' }
import zhBroadcasts from '../../locales/zh-CN/broadcasts.json' with { type: 'json' }
import zhCases from '../../locales/zh-CN/cases.json' with { type: 'json' }
import zhConsole from '../../locales/zh-CN/console.json' with { type: 'json' }
import zhConversation from '../../locales/zh-CN/conversation.json' with { type: 'json' }
import zhFaults from '../../locales/zh-CN/faults.json' with { type: 'json' }
import zhInspection from '../../locales/zh-CN/inspection.json' with { type: 'json' }
import zhImports from '../../locales/zh-CN/imports.json' with { type: 'json' }
import zhLabelling from '../../locales/zh-CN/labelling.json' with { type: 'json' }
import zhPolicy from '../../locales/zh-CN/policy.json' with { type: 'json' }
import zhPublic from '../../locales/zh-CN/public.json' with { type: 'json' }
import zhSimulator from '../../locales/zh-CN/simulator.json' with { type: 'json' }
import zhTelegram from '../../locales/zh-CN/telegram.json' with { type: 'json' }

export const LANGUAGES = ['zh-CN', 'bo'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text's name: its room's file, a colon, its key. Chinese is the measure; parity is held by `npm run check:locales`. */
export type TextKey =
  | `audit:${keyof typeof zhAudit}`
  | `broadcasts:${keyof typeof zhBroadcasts}`
  | `cases:${keyof typeof zhCases}`
  | `console:${keyof typeof zhConsole}`
  | `conversation:${keyof typeof zhConversation}`
  | `faults:${keyof typeof zhFaults}`
  | `inspection:${keyof typeof zhInspection}`
  | `imports:${keyof typeof zhImports}`
  | `labelling:${keyof typeof zhLabelling}`
  | `policy:${keyof typeof zhPolicy}`
  | `public:${keyof typeof zhPublic}`
  | `simulator:${keyof typeof zhSimulator}`
  | `telegram:${keyof typeof zhTelegram}`

/** A text in one language, its placeholders filled. A missing key or value throws: it is a programmer's error. */
type Translate = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string

const PLACEHOLDER = /\{\{(\w+)\}\}/

const ROOMS = {
  'zh-CN': {
    audit: zhAudit,
    broadcasts: zhBroadcasts,
    cases: zhCases,
    console: zhConsole,
    conversation: zhConversation,
    faults: zhFaults,
    inspection: zhInspection,
    imports: zhImports,
    labelling: zhLabelling,
    policy: zhPolicy,
    public: zhPublic,
    simulator: zhSimulator,
    telegram: zhTelegram,
  },
  bo: {
    audit: boAudit,
    broadcasts: boBroadcasts,
    cases: boCases,
    console: boConsole,
    conversation: boConversation,
    faults: boFaults,
    inspection: boInspection,
    imports: boImports,
    labelling: boLabelling,
    policy: boPolicy,
    public: boPublic,
    simulator: boSimulator,
    telegram: boTelegram,
  },
} satisfies Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>>

const i18n = createInstance({
  lng: 'zh-CN',
  fallbackLng: false,
  initAsync: false,
  ns: Object.keys(ROOMS['zh-CN']),
  keySeparator: false,
  pluralSeparator: '|',
  contextSeparator: '|',
  interpolation: { escapeValue: false },
  parseMissingKeyHandler: (key) => fail(`no text ${key}`),
  resources: ROOMS,
})
void i18n.init()

const KEYS: ReadonlySet<string> = new Set(templatesIn('zh-CN').keys())

/** A text cut at its placeholders: what stands before each of `names`, and behind the last. */
type Template = { readonly words: readonly string[]; readonly names: readonly string[] }

const CUT: Readonly<Record<Language, Map<TextKey, Template>>> = { 'zh-CN': new Map(), bo: new Map() }

const FIXED: Readonly<Record<Language, Translate>> = { 'zh-CN': fixed('zh-CN'), bo: fixed('bo') }

/** The texts of one language, for all rooms that speak. Pure: the texts are part of the program. */
export function textsIn(language: Language): Translate {
  return FIXED[language]
}

/**
 * One text in one language, with what `inWords` makes of those params that its sentence holds: what it does not hold is
 * not put into words. A missing key or param throws: it is a programmer's error.
 */
export function textIn<Param>(
  language: Language,
  key: TextKey,
  params: Readonly<Record<string, Param>> | undefined,
  inWords: (param: Param, language: Language) => string | number,
): string {
  const { words, names } = CUT[language].get(key) ?? cut(language, key)
  let text = words[0] ?? ''
  for (let at = 0; at < names.length; at++) {
    const name = names[at] ?? ''
    const param = params?.[name]
    if (param === undefined) return fail(`no value for {{${name}}}`)
    text += inWords(param, language)
    text += words[at + 1] ?? ''
  }
  return text
}

/** Every text of one language by its name, its placeholders unfilled. */
export function templatesIn(language: Language): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(ROOMS[language]).flatMap(([room, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${room}:${key}`, text] as const),
    ),
  )
}

/** Whether a text of this name exists: for names made of data, such as a condition's. */
export function isTextKey(key: string): key is TextKey {
  return KEYS.has(key)
}

function fixed(language: Language): Translate {
  return (key, params) => textIn(language, key, params, asItIs)
}

function asItIs(value: string | number): string | number {
  return value
}

// i18next finds a text once; its placeholders are filled here, as it would fill them: an answer has dozens of texts.
function cut(language: Language, key: TextKey): Template {
  const text = i18n.t(key, { lng: language, skipInterpolation: true })
  const parts = text.split(PLACEHOLDER)
  // Split by a pattern with a group, the odd parts are the placeholders' names.
  const template = {
    words: parts.filter((_, at) => at % 2 === 0),
    names: parts.filter((_, at) => at % 2 === 1),
  }
  CUT[language].set(key, template)
  return template
}

function fail(message: string): never {
  throw new Error(message)
}
