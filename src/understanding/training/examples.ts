import { readdirSync, readFileSync } from 'node:fs'
import { INTENTS, type Intent, TOPICS, type Topic } from '../types.ts'

/** A labelled sentence. */
export type Example = { readonly text: string; readonly intent: Intent; readonly topic: Topic | null }

/** The sentences of a `text<TAB>intent<TAB>topic` file. Throws at a line that is not one. */
export function readExamples(file: URL | string): Example[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => parse(line, String(file)))
}

/** The sentences of all `.tsv` files of a folder, in the order of their names. */
export function readFolder(folder: URL): Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => readExamples(new URL(name, folder)))
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
