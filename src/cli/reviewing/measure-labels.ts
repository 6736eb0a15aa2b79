import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { digestOf, type LabelledSentence } from '../../labelling/digest.ts'
import { type Answered, compared, isSame, type Report } from '../../labelling/report.ts'
import type { Example } from '../../understanding/training/examples.ts'
import { evaluationSentences, keptAside } from '../../understanding/training/kept-aside.ts'
import type { LabelledExample } from '../../understanding/training/labelled.ts'
import { trial } from '../../understanding/training/trial.ts'

export const TRAINING = new URL('../../understanding/training/', import.meta.url)

/** Labels that may be learnt from, and those whose sentence is in an evaluation set too. */
export function parted(labels: readonly LabelledSentence[]) {
  const isEvaluated = evaluationSentences()
  return {
    free: labels.filter(({ text }) => !isEvaluated(text)),
    leftOut: labels.filter(({ text }) => isEvaluated(text)),
  }
}

/** Trains with and without the labels, and reports what changes. Takes a minute or two. Rejects where training fails. */
export async function measureLabels(labels: readonly LabelledSentence[]): Promise<Report> {
  const { free, leftOut } = parted(labels)
  const aside = (['zh-CN', 'bo'] as const).flatMap((language) =>
    keptAside(language).map((example) => ({ ...example, language })),
  )
  const texts = [...aside, ...free].map(({ text }) => text)
  const data = dataDigest()
  const [before, after] = await Promise.all([trial([], texts), trial(free.map(exampleOf), texts)])
  const answered = aside.map(({ language, text, ...wanted }, at) =>
    paired({ language, text, wanted: labelled(wanted) }, before[at], after[at]),
  )
  return {
    labels: digestOf(labels),
    data,
    learnt: free.map(({ id, label }, at) => ({
      id,
      before: isSame(before[aside.length + at] ?? NONE, label),
      after: isSame(after[aside.length + at] ?? NONE, label),
    })),
    leftOut: leftOut.map(({ id }) => id),
    ...compared(answered),
  }
}

const NONE = { intent: 'out-of-scope', topic: null } as const

function labelled({ intent, topic }: Omit<Example, 'text'>): Answered['wanted'] {
  return { intent, topic }
}

function paired(
  one: Pick<Answered, 'language' | 'text' | 'wanted'>,
  before: Answered['before'] = NONE,
  after: Answered['after'] = NONE,
): Answered {
  return { ...one, before, after }
}

/** A labelled sentence as training data. */
export function exampleOf({ language, text, label }: LabelledSentence): LabelledExample {
  return { language, text, ...label }
}

/** By what it is known whether the training data is what it was when it was measured. */
export function dataDigest(): string {
  const hash = createHash('sha256')
  const files = readdirSync(TRAINING, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => /\.(?:tsv|txt|json)$/.test(name)).toSorted())
    hash.update(file).update(readFileSync(new URL(file, TRAINING)))
  return hash.digest('hex').slice(0, 32)
}
