import { fromBase64, toBase64 } from '../../privacy/base64.ts'
import type { Day } from '../../policy/facts.ts'
import { createFingerprint, newSeed, type Seed } from '../importing/fingerprints.ts'
import type { LedgerStep } from '../values/ledger-step.ts'
import { keyOf } from './known.ts'
import type { Step } from './row.ts'

/** A step and its day, as an earlier row of a file said it; what else it said is known by its fingerprint alone. */
export type EarlierStep = { readonly step: LedgerStep; readonly day: Day }

/** What the rows of a file have said of a row's course before it. */
export type SaidBefore = {
  /** Each step once, with its latest day. */
  readonly earlier: readonly EarlierStep[]
  /** Of the same step and day: `otherwise` where amount or reason differ, and which of the two is meant only the office knows. */
  readonly same: 'not' | 'alike' | 'otherwise'
}

/** Remembers what the rows of a file say: of a step and day told otherwise the first row stands, however often it is imported. */
export type Said = {
  /** What was said before a row; the row itself is noted, unless it says otherwise. */
  readonly note: (step: Step) => SaidBefore
  /** All of it in base64, sixteen bytes a row: for a further step of the import, which names nobody by it. */
  readonly packed: () => string
}

/** `when`: the day as eight digits and the step's place in `STEPS`, as one number. */
type Noted = { readonly when: number; readonly content: number }

const STEPS = ['applied', 'granted', 'paid', 'refused'] as const
const BYTES = 16

/** Begins with nothing, or where an earlier step of the import left off. */
export function saidSoFar(packed: string | null = null): Said {
  const { seed, courses } = packed === null ? nothing() : unpack(packed)
  const fingerprint = createFingerprint(seed)
  return {
    note: (step) => {
      const course = fingerprint(keyOf(step))
      const noted = notedOf(courses, course)
      const earlier = latestOf(noted)
      const when = whenOf(step)
      const content = Number(BigInt.asUintN(32, fingerprint(JSON.stringify([step.amount, step.reason]))))
      const before = noted.find((one) => one.when === when)
      if (before === undefined) noted.push({ when, content })
      const same = before === undefined ? 'not' : before.content === content ? 'alike' : 'otherwise'
      return { earlier, same }
    },
    packed: () => pack({ seed, courses }),
  }
}

type Courses = Map<bigint, Noted[]>
type SaidUnder = { readonly seed: Seed; readonly courses: Courses }

function nothing(): SaidUnder {
  return { seed: newSeed(), courses: new Map() }
}

function notedOf(courses: Courses, course: bigint): Noted[] {
  const known = courses.get(course)
  if (known !== undefined) return known
  const none: Noted[] = []
  courses.set(course, none)
  return none
}

function latestOf(noted: readonly Noted[]): readonly EarlierStep[] {
  const latest = [-1, -1, -1, -1]
  for (const { when } of noted) {
    const place = when % STEPS.length
    latest[place] = Math.max(latest[place] ?? -1, when)
  }
  return latest.filter((when) => when !== -1).map(stepOf)
}

function pack({ seed, courses }: SaidUnder): string {
  const rows = [...courses].flatMap(([course, noted]) => noted.map((one) => ({ course, ...one })))
  const bytes = new DataView(new ArrayBuffer(8 + rows.length * BYTES))
  bytes.setUint32(0, seed[0])
  bytes.setUint32(4, seed[1])
  for (const [at, { course, when, content }] of rows.entries()) {
    bytes.setBigUint64(8 + at * BYTES, course)
    bytes.setUint32(16 + at * BYTES, when)
    bytes.setUint32(20 + at * BYTES, content)
  }
  return toBase64(new Uint8Array(bytes.buffer))
}

function unpack(packed: string): SaidUnder {
  const bytes = new DataView(fromBase64(packed).buffer)
  const courses: Courses = new Map()
  for (let at = 8; at < bytes.byteLength; at += BYTES) {
    notedOf(courses, bytes.getBigUint64(at)).push({
      when: bytes.getUint32(at + 8),
      content: bytes.getUint32(at + 12),
    })
  }
  return { seed: [bytes.getUint32(0), bytes.getUint32(4)], courses }
}

function whenOf({ step, day }: Step): number {
  return Number(day.replaceAll('-', '')) * STEPS.length + STEPS.indexOf(step)
}

function stepOf(when: number): EarlierStep {
  const day = String(Math.floor(when / STEPS.length)).padStart(8, '0')
  const step = STEPS[when % STEPS.length] ?? 'applied'
  return { step, day: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` }
}
