import { classifierOf } from '../classifier/classify.ts'
import models from '../model.generated.json' with { type: 'json' }
import type { Language } from '../types.ts'
import { CONFIDENT, understandBy } from '../understand.ts'
import { dataFolder, trainingExamples } from './corpus.ts'
import { type Example, filesOf, readExamples } from './examples.ts'
import { fitModels } from './fit-models.ts'

// What a change is chosen by: each author's sentences, and each file of training's own, as understood by models that learnt
// from all the others. The lexicon has seen them all, so the figures compare one change with another, and promise nothing.
const language: Language = process.argv[2] === 'bo' ? 'bo' : 'zh-CN'
const files = filesOf(dataFolder(language))
const total = { right: 0, asked: 0, refused: 0, others: 0 }
for (const author of new Set(files.map(authorOf))) {
  const isTheirs = (file: string) => authorOf(file) === author
  const fitted = fitModels(
    trainingExamples(language, (file) => !isTheirs(file)),
    language,
  )
  const classify = classifierOf({ ...models, [language]: fitted })
  const theirs = files
    .filter(isTheirs)
    .flatMap((file) => readExamples(new URL(file, dataFolder(language))))
    .map((example) => ({ example, isRight: isRight(example, understandBy(classify, example.text)) }))
  const own = theirs.filter(({ example }) => example.intent !== 'out-of-scope')
  const others = theirs.filter(({ example }) => example.intent === 'out-of-scope')
  const [right, refused] = [own, others].map((all) => all.filter((one) => one.isRight).length)
  process.stdout.write(`${author} ${figures(right ?? 0, own.length, refused ?? 0, others.length)}\n`)
  total.right += right ?? 0
  total.asked += own.length
  total.refused += refused ?? 0
  total.others += others.length
}
process.stdout.write(`all ${figures(total.right, total.asked, total.refused, total.others)}\n`)

/** second-author.tsv and second-author-b.tsv are of one. */
function authorOf(file: string): string {
  return file.replace(/(?:-[a-z])?\.tsv$/u, '')
}

/** As the conversation takes it: what is not sure enough is no answer. */
function isRight(expected: Example, heard: ReturnType<typeof understandBy>): boolean {
  const isSure = heard.confidence >= CONFIDENT
  if (expected.intent === 'out-of-scope') return heard.intent === expected.intent || !isSure
  return isSure && heard.intent === expected.intent && heard.topic === expected.topic
}

function figures(right: number, asked: number, refused: number, others: number): string {
  const share = (part: number, of: number) => (of === 0 ? '-' : `${((100 * part) / of).toFixed(1)}%`)
  return `right ${share(right, asked)} of ${asked}, refused ${share(refused, others)} of ${others}`
}
