import { readdirSync, readFileSync } from 'node:fs'
import {
  BOTH_SCRIPTS,
  foreignScript,
  placeholdersOf as placeholders,
} from '../src/i18n/review/foreign-script.ts'
import TERMS from './i18n/bo-terms.json' with { type: 'json' }
import { grammarFaults } from '../src/understanding/tibetan/grammar.ts'

/** `npm run check:locales`: every text exists in both languages, with the same placeholders, in its own script. */
type Term = { readonly zh: string; readonly bo: readonly string[]; readonly except?: readonly string[] }
type Nested = { readonly [key: string]: string | Nested }
type Texts = Readonly<Record<string, string>>

const LANGUAGES = ['zh-CN', 'bo'] as const
type Language = (typeof LANGUAGES)[number]

// Keys that the source makes from data: `policy:programme.${id}.name`.
const MADE = [
  /^audit:did\./,
  /^console:(?:menu|role|outcome|standing|condition|fact|told|truth|office\.refused|broadcast\.(?:state|verb|repeated)|delivery|failure|skip|excluded|estimate\.size|ledger-filter|channel|placeholder)\.|^console:case\.(?:state|reach|came-to)\./,
  /^console:sign-in\.(?:refused|locked)$/,
  /^cases:prepared\./,
  /^faults:(?:problem|code|field)\./,
  /^console:link\.(?:id-number|shared-contact)$/,
  /^policy:programme\.[\w-]+\.(?:name|summary|benefit)$/,
  /^policy:topic\.[\w-]+\.(?:name|general)$/,
  /^policy:(?:stage|route|ask|option|condition|any|fact)\./,
  /^conversation:(?:word|none|standing|why|routes)\.|^conversation:answer\.(?:gets|also|no-money|other-fees)$/,
  /^console:(?:target|overview\.sent|language)\./,
  /^console:(?:figure|policy\.(?:list|state|effect))\.|^console:policy\.(?:refuse|withdraw)$/,
  /^inspection:kind\./,
  /^labelling:(?:intent|state|problem\.(?:intent|topic)|effect)\./,
  /^simulator:(?:persona|ask)\./,
  /^telegram:command\./,
  /^conversation:(?:beside|privacy|term)\./,
  /^conversation:later\.(?:admitted|final-year|kindergarten|primary)(?:\.(?:unknown|now))?$/,
  /^conversation:case\.(?:missing|correction|refused|late|misuse|person)\.(?:opened|joined)$/,
  /^conversation:case\.(?:offer|kind)\.(?:missing|correction|refused|late|misuse|person)$/,
  /^conversation:who\.(?:son|daughter)$/,
  /^conversation:(?:record|told)\.final-year\.(?:yes|no)$/,
  /^conversation:told\.(?:un)?registered$/,
  /^conversation:county\.in-[a-z-]+\.(?:true|false)$/,
  /^conversation:total\.(?:waiver|grant)(?:\.open)?$/,
  /^conversation:case\.(?:open|closed|outcome\.[\w-]+)$/,
  /^conversation:how\.(?:missing\.|(?:papers|place)(?:\.chinese)?$)/,
  /^imports:(?:kind|hint|take|taken|state|fault|count|field|value|reason)\./,
  /^conversation:status\.(?:applied|granted|paid|refused)(?:\.undated)?$/,
]

const folder = new URL('../locales/', import.meta.url)
const faults = LANGUAGES.flatMap((language) => roomsOf(language))
  .filter((room, index, rooms) => rooms.indexOf(room) === index)
  .flatMap(faultsOf)

for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
else console.log(`locales: ${roomsOf('zh-CN').length} rooms in ${LANGUAGES.length} languages agree`)

function roomsOf(language: Language): string[] {
  return readdirSync(new URL(`${language}/`, folder)).filter((file) => file.endsWith('.json'))
}

function faultsOf(room: string): string[] {
  const texts = { 'zh-CN': read('zh-CN', room), bo: read('bo', room) }
  const keys = [...new Set([...Object.keys(texts['zh-CN']), ...Object.keys(texts.bo)])]
  const source = sources()
  return keys.flatMap((key) => {
    const at = `${room} ${key}`
    const name = `${room.replace('.json', '')}:${key}`
    const missing = LANGUAGES.filter((language) => !texts[language][key]?.trim()).map(
      (language) => `${at}: no text in ${language}`,
    )
    if (missing.length > 0) return missing
    const zh = texts['zh-CN'][key] ?? ''
    const bo = texts.bo[key] ?? ''
    return [
      ...(placeholders(zh) === placeholders(bo)
        ? []
        : [`${at}: placeholders differ: ${placeholders(zh)} | ${placeholders(bo)}`]),
      ...(/\p{Script=Tibetan}/u.test(zh) && !BOTH_SCRIPTS.has(name)
        ? [`${at}: Tibetan in the Chinese text`]
        : []),
      ...tibetanFaults(bo, BOTH_SCRIPTS.has(name)).map((fault) => `${at}: ${fault}`),
      ...termFaults(name, zh, bo).map((fault) => `${at}: ${fault}`),
      ...(isUsed(room, key, source) ? [] : [`${at}: used nowhere`]),
    ]
  })
}

/** Terms of the Chinese text that the Tibetan has otherwise than it is settled. */
function termFaults(name: string, zh: string, bo: string): readonly string[] {
  const terms: readonly Term[] = TERMS
  return terms
    .filter(({ zh: term, except = [] }) => new RegExp(term, 'u').test(zh) && !except.includes(name))
    .filter(({ bo: forms }) => !forms.some((form) => bo.includes(form)))
    .map(({ zh: term, bo: forms }) => `${term} is ${forms.join(' or ')}: ${bo}`)
}

/** What no Tibetan text may hold: other scripts beside citations and names, and what Tibetan spelling and grammar forbid. */
function tibetanFaults(text: string, bothScripts: boolean): string[] {
  if (bothScripts) return []
  const other = foreignScript(text)
  return [...(other === null ? [] : [`not Tibetan: ${other}`]), ...grammarFaults(text)]
}

function flat(texts: Nested, prefix = ''): Texts {
  return Object.assign(
    {},
    ...Object.entries(texts).map(([key, text]) =>
      typeof text === 'string' ? { [prefix + key]: text } : flat(text, `${prefix}${key}.`),
    ),
  ) as Texts
}

function read(language: Language, room: string): Texts {
  try {
    return flat(JSON.parse(readFileSync(new URL(`${language}/${room}`, folder), 'utf8')) as Nested)
  } catch {
    return {}
  }
}

// A key is used where the source names it, or makes it from data.
function isUsed(room: string, key: string, source: string): boolean {
  const name = `${room.replace('.json', '')}:${key}`
  if ([`'${name}'`, `"${name}"`, `'${key}'`].some((quoted) => source.includes(quoted))) return true
  return MADE.some((pattern) => pattern.test(name))
}

function sources(): string {
  const root = new URL('../src/', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  )
  return files.map((file) => readFileSync(new URL(file, root), 'utf8')).join('\n')
}
