import { readFileSync } from 'node:fs'
import { findCounty } from '../../src/regions/county.ts'
import { CONFIDENT, understand } from '../../src/understanding/understand.ts'

/**
 * A sentence with all that was judged of it: `text, intent, topic, stage, county, manner, language asked for`, parted by
 * tabs. A stage of `-` is none, `?` or nothing not judged; the later columns may be left out.
 */
export type Labelled = {
  readonly text: string
  readonly intent: string
  readonly topic: string | null
  /** `undefined` where not judged. */
  readonly stage: string | null | undefined
  /** A code; `unknown …` where the name is of no county. */
  readonly county: string | null
  readonly manner: string
  readonly value: string | undefined
}

/** The sentences of a file, comments aside. */
export function readLabelled(file: URL): Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [text = '', intent = '', topic = '', stage = '', county = '', manner = '', value] =
        line.split('\t')
      const judged = { stage: stageNamed(stage), county: codeOf(county), value: value || undefined }
      return { text, intent, topic: topic || null, manner, ...judged }
    })
}

export const inScope = ({ intent }: Labelled): boolean => intent !== 'out-of-scope'
export const outOfScope = ({ intent }: Labelled): boolean => intent === 'out-of-scope'

/** Intent and topic are what the file says. */
export function isUnderstood({ text, intent, topic }: Pick<Labelled, 'text' | 'intent' | 'topic'>): boolean {
  const understood = understand(text)
  return understood.intent === intent && understood.topic === topic
}

/** Wrong, and sure enough of it to answer rather than offer the menu. */
export function isMisled(sentence: Pick<Labelled, 'text' | 'intent' | 'topic'>): boolean {
  return understand(sentence.text).confidence >= CONFIDENT && !isUnderstood(sentence)
}

export function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length
}

function stageNamed(field: string): string | null | undefined {
  if (field === '' || field === '?') return undefined
  return field === '-' ? null : field
}

function codeOf(name: string): string | null {
  if (name === '') return null
  return findCounty(name)?.code ?? `unknown ${name}`
}
