import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import boConversation from '../../locales/bo/conversation.json' with { type: 'json' }
import boPolicy from '../../locales/bo/policy.json' with { type: 'json' }
import zhConversation from '../../locales/zh-CN/conversation.json' with { type: 'json' }
import zhPolicy from '../../locales/zh-CN/policy.json' with { type: 'json' }
import type { Change } from '../../src/conversation/turn.ts'
import { LANGUAGES, type Language } from '../../src/i18n/texts.ts'
import type { FamilyName } from './households.ts'
import type { OfficesName } from './offices.ts'
import { talkAs } from './talk.ts'
import { wordsOf } from './words.ts'

type Script = {
  readonly title: string
  readonly family: FamilyName
  /** What the counties' offices entered of how to apply; nothing where it is left out. */
  readonly offices?: OfficesName
  readonly today?: string
  readonly turns: readonly ScriptTurn[]
}

/** One message in both languages, and what must come of it in both: texts by key, and what no language changes. */
type ScriptTurn = {
  readonly 'zh-CN': string
  readonly bo: string
  readonly keys?: readonly string[]
  readonly has?: readonly string[]
  readonly not?: readonly string[]
  /** Beside that of having told somebody, which `told` alone speaks of. */
  readonly changes?: readonly string[]
  /** Who was told of what for the first time this school year: `person programme`. */
  readonly told?: readonly string[]
  readonly silent?: true
  readonly media?: true
}

const TEXTS: Readonly<
  Record<Language, Readonly<Record<'conversation' | 'policy', Readonly<Record<string, string>>>>>
> = {
  'zh-CN': { conversation: zhConversation, policy: zhPolicy },
  bo: { conversation: boConversation, policy: boPolicy },
}

const folder = new URL('./scripts/', import.meta.url)
const scripts = readdirSync(folder)
  .toSorted()
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Script[])

describe.each(LANGUAGES)('a talk in %s', (language) => {
  it.each(scripts)('$title', ({ family, offices, today, turns }) => {
    const talk = talkAs(family, { ...(offices && { offices }), ...(today && { today }) })
    for (const turn of turns) {
      const { replies, changes, heard } = talk(turn[language], turn.media === true)
      const said = wordsOf(replies)
      const at = `${turn[language]} → ${said}`
      if (turn.silent) expect(replies, at).toEqual([])
      else expect(said, at).not.toBe('')
      for (const key of turn.keys ?? [])
        for (const part of fixedParts(key, language)) expect(said, `${key}: ${at}`).toContain(part)
      for (const part of turn.has ?? []) expect(said, at).toContain(part)
      for (const part of turn.not ?? []) expect(said, at).not.toContain(part)
      expect(
        changes.map(({ kind }) => kind).filter((kind) => kind !== 'told'),
        at,
      ).toEqual(turn.changes ?? [])
      if (turn.told !== undefined) expect(toldIn(changes), at).toEqual(turn.told)
      if (!turn.silent) expect(heard.language, at).toBe(language)
    }
  })
})

it('has at least 25 conversations, each in both languages', () => {
  expect(scripts.length).toBeGreaterThanOrEqual(25)
})

function toldIn(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) =>
    change.kind === 'told' ? change.told.map(({ person, programme }) => `${person} ${programme}`) : [],
  )
}

// What of a text stands around its placeholders.
function fixedParts(key: string, language: Language): readonly string[] {
  const [room, name] = key.includes(':') ? key.split(':') : ['conversation', key]
  const text = TEXTS[language][room === 'policy' ? 'policy' : 'conversation'][name ?? '']
  if (text === undefined) throw new Error(`no text ${key}`)
  return text
    .split(/\{\{\w+\}\}/)
    .filter((part) => part.trim().length > 2)
    .map((part) => part.trim())
}
