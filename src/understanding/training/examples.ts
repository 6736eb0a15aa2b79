import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { INTENTS, type Intent, TOPICS, type Topic } from '../types.ts'

/** A labelled sentence. One that is `later` came from families: it takes its place among the others without moving them. */
export type Example = {
  readonly text: string
  readonly intent: Intent
  readonly topic: Topic | null
  readonly later?: true
}

/** The file of a folder that holds what families wrote and staff labelled. */
export const LABELLED = 'labelled.tsv'

/** The sentences of a `text<TAB>intent<TAB>topic` file. Throws at a line that is not one. */
export function readExamples(file: URL | string): Example[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => parse(line, String(file)))
}

/** The sentences of a folder's files of sentences; of those only that are `wanted` by name. */
export function readFolder(folder: URL, wanted: (file: string) => boolean = () => true): Example[] {
  return filesOf(folder)
    .filter(wanted)
    .flatMap((name) => readExamples(new URL(name, folder)))
}

/** The names of the `.tsv` files of a folder and of those within it, in order, but that of families. */
export function filesOf(folder: URL): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsv') && name !== LABELLED)
    .sort()
}

/** The sentences of families that lie in a folder. */
export function readLabelled(folder: URL): Example[] {
  const file = new URL(LABELLED, folder)
  return existsSync(file) ? readExamples(file).map((example) => ({ ...example, later: true })) : []
}

function parse(line: string, file: string): Example {
  const [text = '', intentName = '', topicName = ''] = line.split('\t').map((field) => field.trim())
  const intent = INTENTS.find((name) => name === intentName)
  const topic = TOPICS.find((name) => name === topicName)
  if (text === '' || intent === undefined || (topicName !== '' && topic === undefined)) {
    throw new Error(`${file}: not text, intent, topic: ${line}`)
  }
  return { text, intent, topic: topic ?? null }
}
