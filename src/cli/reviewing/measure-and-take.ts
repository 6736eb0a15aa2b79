import { readFileSync, writeFileSync } from 'node:fs'
import { digestOf, type LabelledSentence, labelledOnly } from '../../labelling/digest.ts'
import { everySentence } from '../../labelling/list-sentences.ts'
import { beginMeasure, endMeasure, latestMeasure } from '../../labelling/measures.ts'
import { isWorse, type Report, readReport } from '../../labelling/report.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { addLabelled } from '../../understanding/training/labelled.ts'
import { dataDigest, exampleOf, measureLabels, parted, TRAINING } from './measure-labels.ts'
import { labelsOfSheet } from './sheet-labels.ts'
import { reportLines } from './told.ts'

/** Where the labels are: in a database, or in a sheet alone; and the file that the report is written to, or read from. */
type Where = {
  readonly services: Services | null
  readonly actor: Actor
  readonly sheet: string | null
  readonly report: string | undefined
  /** The measurement that was written down as begun. */
  readonly begun?: string | undefined
}

/** Measures what taking the labels would change, and keeps it. Gives the exit code. */
export async function measure(where: Where): Promise<number> {
  const labels = await labelsOf(where)
  if (labels === null) return 1
  if (labels.length === 0) return refuse('no sentence is labelled')
  const end = await begin(where)
  if (end === null) return refuse('a measurement is under way already')
  try {
    const report = await measureLabels(labels)
    await end(report)
    if (where.report !== undefined) writeFileSync(where.report, `${JSON.stringify(report, null, 2)}\n`)
    console.log(reportLines(report).join('\n'))
    return 0
  } catch (error) {
    await end(null)
    return refuse(`training failed: ${error instanceof Error ? error.message : 'unknown'}`)
  }
}

// How the measurement is written down at its end; null where another is under way.
async function begin({
  services,
  actor,
  begun,
}: Where): Promise<((report: Report | null) => Promise<void>) | null> {
  if (services === null) return async () => {}
  if (begun !== undefined) return (report) => endMeasure(services, begun, report)
  const measuring = await beginMeasure(services, actor)
  return measuring.ok ? (report) => endMeasure(services, measuring.id, report) : null
}

/** Writes the labelled sentences to the training data, if just these were measured on just this data. Gives the exit code. */
export async function take(where: Where, althoughWorse: boolean): Promise<number> {
  const labels = await labelsOf(where)
  if (labels === null) return 1
  const report = await reportOf(where)
  if (report === null || report.labels !== digestOf(labels))
    return refuse('these labels are not measured: `measure` first')
  if (report.data !== dataDigest())
    return refuse('the training data is another than was measured: `measure` again')
  if (isWorse(report) && !althoughWorse) {
    console.error(reportLines(report).join('\n'))
    return refuse(
      'with these labels fewer sentences kept aside are right, beyond chance or below what is promised: mend the labels, or take them --although-worse',
    )
  }
  const { free, leftOut } = parted(labels)
  const added = addLabelled(new URL('data/', TRAINING), free.map(exampleOf))
  console.log(
    `added ${added.length}\nknown already ${free.length - added.length}\nleft out ${leftOut.length}, as they stand in an evaluation set`,
  )
  if (added.length > 0) console.log('now: npm run train, and commit what it writes with the sentences')
  return 0
}

async function labelsOf({ services, actor, sheet }: Where): Promise<readonly LabelledSentence[] | null> {
  if (services === null) return sheet === null ? null : labelsOfSheet(sheet)
  const sentences = await everySentence(services, actor, { labelled: true, language: null })
  return sentences === null ? null : labelledOnly(sentences)
}

async function reportOf({ services, report }: Where): Promise<Report | null> {
  if (report !== undefined) return readReport(readFileSync(report, 'utf8'))
  return services === null ? null : ((await latestMeasure(services))?.report ?? null)
}

function refuse(problem: string): number {
  console.error(problem)
  return 1
}
