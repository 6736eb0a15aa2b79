import { discardSentence, labelSentence, takeLabelBack } from '../labelling/label-sentence.ts'
import { everySentence } from '../labelling/list-sentences.ts'
import { readSheet } from '../labelling/read-sheet.ts'
import type { Done, Sentence } from '../labelling/sentence.ts'
import { commandArguments, fail } from './arguments.ts'
import { commandActor } from './command-actor.ts'
import { openServices } from './open-services.ts'
import { measure, take } from './reviewing/measure-and-take.ts'
import { readSheetFile, writeSheet } from './reviewing/sheet-file.ts'
import { tellFaults } from './reviewing/sheet-labels.ts'
import { sentenceLine } from './reviewing/told.ts'

const USAGE = `usage: npm run understanding:review -- COMMAND

Sentences that families said were not understood; names, numbers and places are hidden in them.
  list [--labelled|--all] [--language zh-CN|bo]
  label ID INTENT [TOPIC]       what it means, in the words of the API's /understanding; out-of-scope: none of it
  unlabel ID                    takes the label back
  discard ID                    forgets the sentence at once
  export FILE.tsv|.csv|.xlsx [--all]    a sheet to label in: those without a label, or all
  import FILE                   takes its labels; exit 0, 2 if a line was at fault, 1 if it cannot be read
  measure [--sheet FILE] [--report FILE.json]
                                trains with and without the labels; tells, and keeps, what they change on the
                                sentences kept aside
  take [--sheet FILE --report FILE.json] [--although-worse]
                                writes the labelled sentences to the training data, once they are measured
With --sheet the labels are those of a sheet, and no database is opened: for a release made elsewhere.`

const { values, positionals } = commandArguments(USAGE, {
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    labelled: { type: 'boolean', default: false },
    language: { type: 'string' },
    sheet: { type: 'string' },
    report: { type: 'string' },
    begun: { type: 'string' },
    'although-worse': { type: 'boolean', default: false },
  },
})
const [command = '', subject = '', intent = '', topic = ''] = positionals
const actor = commandActor()
const language = (['zh-CN', 'bo'] as const).find((one) => one === values.language) ?? null
if (values.language !== undefined && language === null) fail('--language: must be zh-CN or bo')
const NEEDS_SUBJECT = ['label', 'unlabel', 'discard', 'export', 'import']
const COMMANDS = ['list', ...NEEDS_SUBJECT, 'measure', 'take']
if (!COMMANDS.includes(command) || (NEEDS_SUBJECT.includes(command) && subject === '')) fail(USAGE)

const { sheet, report } = values
if ((command === 'measure' || command === 'take') && sheet !== undefined) {
  const elsewhere = { services: null, actor, sheet, report }
  process.exitCode =
    command === 'measure' ? await measure(elsewhere) : await take(elsewhere, values['although-worse'])
} else await withDatabase()

async function withDatabase(): Promise<void> {
  const { services, close } = await openServices()
  const here = { services, actor, sheet: null, report, begun: values.begun }
  const labelled = values.all ? null : values.labelled
  if (command === 'list') for (const one of await sentences(labelled)) console.log(sentenceLine(one))
  if (command === 'label') told(await labelSentence(services, actor, subject, { intent, topic }))
  if (command === 'unlabel') told(await takeLabelBack(services, actor, subject))
  if (command === 'discard') told(await discardSentence(services, actor, subject))
  if (command === 'export') {
    const found = await sentences(labelled)
    await writeSheet(subject, found)
    console.log(`sentences ${found.length}\nwritten to ${subject}`)
  }
  if (command === 'import') await takeSheet()
  if (command === 'measure') process.exitCode = await measure(here)
  if (command === 'take') process.exitCode = await take(here, values['although-worse'])
  close()

  async function sentences(only: boolean | null): Promise<readonly Sentence[]> {
    return (await everySentence(services, actor, { labelled: only, language })) ?? []
  }

  async function takeSheet(): Promise<void> {
    const file = await readSheetFile(subject)
    if (typeof file === 'string') {
      console.error(`${subject}: ${file}`)
      process.exitCode = 1
      return
    }
    const known = new Map((await sentences(null)).map((one) => [one.id, one]))
    const read = readSheet(file.rows, file.at, known)
    const changed = read.labels.filter(({ id, label }) => {
      const before = known.get(id)?.label
      return before?.intent !== label.intent || before.topic !== label.topic
    })
    for (const { id, label } of changed)
      await labelSentence(services, actor, id, { intent: label.intent, topic: label.topic ?? '' })
    for (const id of read.discarded) await discardSentence(services, actor, id)
    const same = read.labels.length - changed.length
    console.log(
      `labelled ${changed.length}\nunchanged ${same}\ndiscarded ${read.discarded.length}\nrejected ${read.faults.length}`,
    )
    tellFaults(subject, read)
    if (read.faults.length > 0) process.exitCode = 2
  }
}

function told(done: Done): void {
  if (done.ok) return
  const { code, fields = [] } = done.fault
  const words = code === 'not-found' ? 'no such sentence' : code
  console.error([words, ...fields.map(({ path, problem }) => `  ${path}: ${problem}`)].join('\n'))
  process.exitCode = 1
}
