import type { Report } from '../../labelling/report.ts'
import type { Label, Sentence } from '../../labelling/sentence.ts'

function labelWords({ intent, topic }: Label): string {
  return topic === null ? intent : `${intent} ${topic}`
}

/** A kept sentence as a line of a terminal. */
export function sentenceLine({ id, language, text, heard, times, lastOn, label }: Sentence): string {
  const means = label === null ? '' : `  = ${labelWords(label)}`
  return `${id}  ${language}  ${times}×  ${lastOn}  ${text}  (heard: ${labelWords(heard)})${means}`
}

const LANGUAGE = { 'zh-CN': 'Chinese', bo: 'Tibetan' } as const
const TURN = { better: 'better', worse: 'WORSE', other: 'other, still wrong' } as const

/** A report as lines of a terminal. */
export function reportLines({ learnt, leftOut, sets, flips }: Report): readonly string[] {
  const right = (of: 'before' | 'after') => learnt.filter((one) => one[of]).length
  return [
    `labels ${learnt.length}: understood as labelled ${right('before')} before, ${right('after')} after`,
    ...(leftOut.length === 0
      ? []
      : [`left out, as they stand in an evaluation set: ${leftOut.length} (${leftOut.join(', ')})`]),
    ...sets.flatMap(({ language, understood, refused }) => [
      `${LANGUAGE[language]} kept aside, understood: ${share(understood)}`,
      `${LANGUAGE[language]} kept aside, out of scope refused: ${share(refused)}`,
    ]),
    `answers that flip: ${flips.length}`,
    ...flips.map(
      ({ turn, text, wanted, before, after }) =>
        `  ${TURN[turn]}: ${text}  (means ${labelWords(wanted)}; ${labelWords(before)} -> ${labelWords(after)})`,
    ),
  ]
}

function share({ of, before, after }: Report['sets'][number]['understood']): string {
  const percent = (count: number) => `${of === 0 ? 0 : ((100 * count) / of).toFixed(1)}%`
  return `${before} -> ${after} of ${of} (${percent(before)} -> ${percent(after)})`
}
