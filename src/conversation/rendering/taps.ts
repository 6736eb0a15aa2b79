import { isTextKey, LANGUAGES, type Language, type TextKey, textsIn } from '../../i18n/texts.ts'
import { labelIn } from './render.ts'
import type { Reply, Text } from '../words/reply.ts'
import type { Asking } from '../session/session.ts'
import type { Tap } from '../turn.ts'

/** What a tap says, as if it had been typed; `question`: the one it answers, and no other. */
export type Tapped = { readonly text: string; readonly question?: string }

/**
 * What may be tapped below a reply instead of being typed: its choices, and the words it tells to send back. A topic or
 * a word says itself at any time; a choice answers `asking` alone. `hasMore`: the rest waits behind "more".
 */
export function tapsOf(
  reply: Reply,
  language: Language,
  asking: Asking | null,
  hasMore: boolean,
): readonly Tap[] {
  const question = questionOf(asking)
  const choices = (reply.choices ?? []).map((choice): Tap => {
    const says = asking?.kind === 'menu' ? sayingData(choice.label, language) : null
    return { label: labelIn(choice, language), data: says ?? `a:${choice.number}:${question}` }
  })
  const texts = [...reply.lines, ...(reply.closing ?? [])].flat()
  const words = hasMore ? [...wordsIn(texts), MORE] : wordsIn(texts)
  return [...choices, ...[...new Set(words)].map((word) => wordTap(word, language))]
}

/** A word of ours to be tapped, in a language. */
export function wordTap(word: TextKey, language: Language): Tap {
  return { label: textsIn(language)(word), data: sayingData(word, language) }
}

/** Reads what came back from a tap; null for what is none of ours. */
export function readTap(data: string): Tapped | null {
  const [, number, question] = /^a:(\d{1,2}):(\w{1,12})$/.exec(data) ?? []
  if (number !== undefined && question !== undefined) return { text: number, question }
  const [, tag, key = ''] = /^k:([\w-]+):(.+)$/.exec(data) ?? []
  const language = LANGUAGES.find((one) => one === tag)
  if (language === undefined || !SAYING.test(key) || !isTextKey(key)) return null
  return { text: textsIn(language)(key) }
}

/** A short sign of what is asked: of the same question asked again it is the same. */
export function questionOf(asking: Asking | null): string {
  if (asking === null) return 'none'
  // How often it was asked does not change it.
  const entries = Object.entries(asking).filter(([name]) => name !== 'tries' && name !== 'interrupted')
  return digest(JSON.stringify(entries.toSorted(([one], [other]) => (one < other ? -1 : 1))))
}

const MORE: TextKey = 'conversation:word.more'

// A tap is easily made by mistake: what ends messages, erases, or costs somebody's time is to be typed.
const TAPPED: ReadonlySet<TextKey> = new Set([
  MORE,
  'conversation:word.why',
  'conversation:word.how',
  'conversation:word.unknown',
  'conversation:word.start',
  'conversation:word.help',
  'conversation:word.other-language',
])

const SAYING = /^(?:policy:topic\.[\w-]+\.name|conversation:word\.[\w-]+)$/

function wordsIn(texts: readonly Text[]): readonly TextKey[] {
  return texts.flatMap(({ params = {} }) =>
    Object.values(params).flatMap((param) =>
      typeof param === 'object' && 'key' in param && TAPPED.has(param.key) ? [param.key] : [],
    ),
  )
}

function sayingData(key: TextKey, language: Language): string {
  return `k:${language}:${key}`
}

// FNV-1a: to tell apart, not to keep secret.
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(36)
}
