/** What was measured, as figures, targets and notes. */
import { type Figure, median, quantile, spreadOf, type Verdict } from '../harness.ts'
import type { Stretch as Answered } from './answered.ts'
import { growthOf } from './memory.ts'
import type { Sized } from './size.ts'
import type { Stretch } from './sent.ts'

const OURS = 'huixue'
/** What a process may grow by from the first tenth of a long work to its last and still be called flat. */
const FLAT = 1.3
/** Seconds that a preview of a hundred thousand persons may take. */
const PREVIEW = 2
/** What an answer may wait, over what it waits at rest. */
const WAITS = 2

/** One register's figures. */
export function sizeFigures(sized: Sized): readonly Figure[] {
  const {
    persons,
    previews,
    countings,
    counts,
    weighed,
    approving,
    first,
    messages,
    enqueued,
    copied,
    sent,
  } = sized
  const at = `${persons.toLocaleString('en-GB')} persons`
  const rate = enqueued.done / enqueued.seconds
  const bare = copied.rows / copied.seconds
  return [
    figure(`preview, ${at}`, OURS, previews, 's', null, messages),
    figure(`audience counted, ${at}`, OURS, countings, 's', median(countings) / median(counts), messages),
    figure(`audience counted, ${at}`, 'bare count', counts, 's', 1, messages),
    ...(weighed === null
      ? []
      : [figure(`effect of a change, ${at}`, OURS, [weighed.seconds], 's', null, weighed.moved)]),
    figure(`approved, ${at}`, OURS, [approving], 's', null, 1),
    figure(`approval to first message, ${at}`, OURS, [first], 's', null, 1),
    figure(`put in the outbox, ${at}`, OURS, [rate], 'a second', rate / bare, enqueued.done),
    figure(`put in the outbox, ${at}`, 'bare insert … select', [bare], 'a second', 1, copied.rows),
    ...(sent === null
      ? []
      : [figure(`sent, ${at}`, OURS, [sent.done / sent.seconds], 'a second', null, sent.done)]),
  ]
}

/** What answers waited, at rest and while a broadcast is sent. */
export function answerFigures(stretches: readonly Answered[]): readonly Figure[] {
  return [0.5, 0.99].flatMap((q) =>
    stretches.map((stretch, at) => {
      const { name, latencies } = stretch
      const value = quantile(latencies, q)
      const ratio = value / quantile(atRestOf(stretches, at).latencies, q)
      return {
        name: `answer, p${q * 100}`,
        contender: name,
        figure: value,
        unit: 'ms',
        spread: spreadOf(latencies),
        ratio,
        n: latencies.length,
      }
    }),
  )
}

/** What is aimed at, of both registers. */
export function sizeVerdicts(small: Sized, large: Sized): readonly Verdict[] {
  const seconds = median(small.previews)
  const growth = median(large.previews) / seconds / (large.persons / small.persons)
  return [
    {
      target: `preview of ${small.persons.toLocaleString('en-GB')} persons < ${PREVIEW} s`,
      met: seconds < PREVIEW,
      figure: `${seconds.toFixed(2)} s`,
    },
    {
      target: 'preview grows no worse than the register',
      met: growth <= 1,
      figure: `${growth.toFixed(2)}× its growth`,
    },
    ...[small.enqueued, small.sent, large.enqueued].flatMap((stretch) =>
      stretch === null ? [] : flat(stretch),
    ),
  ]
}

function flat({ done, memory: { resident } }: Stretch): readonly Verdict[] {
  const growth = growthOf(resident)
  // So few that it was looked at once.
  if (growth === null) return []
  return [
    {
      target: `memory flat over ${done.toLocaleString('en-GB')} messages (last tenth ≤ ${FLAT}× the first)`,
      met: growth <= FLAT,
      figure: `${growth.toFixed(2)}×`,
    },
  ]
}

/** What is aimed at of answers. */
export function answerVerdicts(stretches: readonly Answered[]): readonly Verdict[] {
  return stretches.flatMap((stretch, at) => {
    const rest = atRestOf(stretches, at)
    if (rest === stretch) return []
    const waits = quantile(stretch.latencies, 0.99) / quantile(rest.latencies, 0.99)
    return [
      {
        target: `an answer's p99 ${stretch.name} ≤ ${WAITS}× that at rest`,
        met: waits <= WAITS,
        figure: `${waits.toFixed(2)}×`,
      },
    ]
  })
}

/** How it was measured. */
export function notesOf(
  small: Sized,
  large: Sized,
  stretches: readonly Answered[],
  everyMs: number,
): readonly string[] {
  return [
    `Registers by the real importer, everybody determined: built in ${[small, large].map(({ built }) => built.toFixed(0)).join(' and ')} s. The audience is whoever does not qualify for one programme, one message a person: nearly everybody.`,
    `An audience is counted by language and channel, with who is left out and why and a sample of ten with reasons; the bare count is one statement of the first part alone. A preview is that and its messages worded: all of ten thousand households, else of five thousand drawn of each language.`,
    'Put in the outbox as the server does it, twenty families a page: each page determined afresh, worded, sealed, with a line for each message, all or nothing. The bare statement copies the very rows and lines into the same tables with the same indexes.',
    `Of the larger register ${large.enqueued.done.toLocaleString('en-GB')} of ${large.messages.toLocaleString('en-GB')} messages were put in, in ${large.enqueued.seconds.toFixed(0)} s.`,
    'From the call that approves, which counts the audience once more, to the first request at the provider; the loops of the server run.',
    ...[small.enqueued, small.sent, large.enqueued].flatMap((stretch) =>
      stretch === null ? [] : [memoryNote(stretch)],
    ),
    `Answers: the real server; a signed message from a registered telephone every ${everyMs} ms, whether or not the last was answered. ${stretches.map(({ name, sent, seconds, unanswered }) => `${name}: ${(sent / seconds).toFixed(0)} a second left, ${unanswered} unanswered`).join('; ')}.`,
  ]
}

function memoryNote({ done, memory: { heap, resident } }: Stretch): string {
  const each = heap.map((used, at) => `${used.toFixed(0)}/${(resident[at] ?? Number.NaN).toFixed(0)}`)
  return `Heap and resident set after each tenth of ${done.toLocaleString('en-GB')} messages, MiB: ${each.join(', ')}.`
}

// The stretch at rest that it followed.
function atRestOf(stretches: readonly Answered[], at: number): Answered {
  const rest = stretches[at - (at % 2)]
  if (rest === undefined) throw new Error('nothing was measured at rest')
  return rest
}

function figure(
  name: string,
  contender: string,
  values: readonly number[],
  unit: string,
  ratio: number | null,
  n: number,
): Figure {
  return {
    name,
    contender,
    figure: median(values),
    unit,
    spread: values.length > 1 ? spreadOf(values) : null,
    ratio,
    n,
  }
}
