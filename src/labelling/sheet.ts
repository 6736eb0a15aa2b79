import { textsIn } from '../i18n/texts.ts'
import { INTENTS, TOPICS } from '../understanding/types.ts'
import type { Label, Sentence } from './sentence.ts'

/** The columns of the sheet that sentences are labelled in. Only `intent` and `topic` are read back, by `id`. */
export const SHEET = {
  id: ['编号 id'],
  language: ['语言 language'],
  text: ['句子 sentence'],
  heard: ['听成了 heard as'],
  times: ['次数 times'],
  lastOn: ['最近 last on'],
  intent: ['意思 intent'],
  topic: ['项目 topic'],
} as const satisfies Readonly<Record<string, readonly [string]>>
export type Column = keyof typeof SHEET

export const COLUMNS = Object.keys(SHEET) as readonly Column[]

/** What is written under `intent` of a sentence to be forgotten. */
export const DISCARD: ReadonlySet<string> = new Set(['discard', '丢弃', 'དོར'])

const LANGUAGES = ['zh-CN', 'bo'] as const

/** Names of intents and topics, in the contract's words and as staff read them in either language. */
export const INTENT_NAMES = namesOf(INTENTS, (intent) => `labelling:intent.${intent}` as const)
export const TOPIC_NAMES = namesOf(TOPICS, (topic) => `policy:topic.${topic}.name` as const)

/** The lines of the sheet: what may be written, then the header, then a line a sentence. */
export function sheetOf(sentences: readonly Sentence[]): readonly (readonly string[])[] {
  return [
    ...legend(),
    COLUMNS.map((column) => SHEET[column][0]),
    ...sentences.map((sentence) => {
      const line = lineOf(sentence)
      return COLUMNS.map((column) => line[column])
    }),
  ]
}

function legend(): readonly (readonly string[])[] {
  const say = textsIn('zh-CN')
  const intents = INTENTS.map((intent) => `${intent} ${say(`labelling:intent.${intent}`)}`)
  const topics = TOPICS.map((topic) => `${topic} ${say(`policy:topic.${topic}.name`)}`)
  return [[`意思可以写：${intents.join('；')}；discard 丢弃`], [`项目可以写：${topics.join('；')}`]]
}

function lineOf({
  id,
  language,
  text,
  heard,
  times,
  lastOn,
  label,
}: Sentence): Readonly<Record<Column, string>> {
  return {
    id,
    language,
    text,
    heard: labelWords(heard),
    times: String(times),
    lastOn,
    intent: label?.intent ?? '',
    topic: label?.topic ?? '',
  }
}

function labelWords({ intent, topic }: Label): string {
  const say = textsIn('zh-CN')
  const words = say(`labelling:intent.${intent}`)
  return topic === null ? words : `${words} · ${say(`policy:topic.${topic}.name`)}`
}

function namesOf<Name extends string>(
  names: readonly Name[],
  key: (name: Name) => Parameters<ReturnType<typeof textsIn>>[0],
): ReadonlyMap<string, Name> {
  return new Map(
    names.flatMap((name) => [
      [name, name] as const,
      ...LANGUAGES.map((language) => [textsIn(language)(key(name)), name] as const),
    ]),
  )
}
