import { z } from 'zod'
import { LANGUAGES } from '../i18n/texts.ts'
import { FACT_NAMES, type FactName, type Facts } from '../policy/facts.ts'
import { TOPICS } from '../understanding/types.ts'
import { CASE_KINDS } from './case.ts'

/** Raised whenever a stored session of before could be misread. */
export const SESSION_SHAPE = 1

const text = z.string().max(5000)
const value = z.union([z.string().max(100), z.number(), z.boolean(), z.null()])
const told = z.object({ facts: z.record(z.string(), value), skip: z.array(z.string()) })

const caseAsking = z.object({
  kind: z.literal('case'),
  caseKind: z.enum(CASE_KINDS),
  reference: text,
  /** Which of the kind's questions waits for an answer; beyond the last, what is written still joins. */
  step: z.number(),
  /** Something else was answered in between: the question is not put a third time. */
  interrupted: z.boolean(),
})

/** What the next message is expected to answer. `person` is empty for a stranger's. */
const asking = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fact'),
    fact: z.enum(FACT_NAMES),
    person: text,
    options: z.array(z.string()),
    tries: z.number(),
  }),
  z.object({ kind: z.literal('menu') }),
  caseAsking,
  z.object({
    kind: z.literal('offer'),
    caseKind: z.enum(CASE_KINDS),
    text,
  }),
  z.object({ kind: z.literal('language') }),
  z.object({ kind: z.literal('household'), tries: z.number(), text }),
  z.object({ kind: z.literal('erase') }),
])

const schema = z.object({
  shape: z.literal(SESSION_SHAPE),
  language: z.enum(LANGUAGES).nullable(),
  /** The household meant, where a telephone stands on several. */
  household: text.nullable(),
  /** What was last asked for, which a follow-up carries on. */
  about: z.enum(['programme', 'benefits', 'routes', 'how', 'status']).nullable(),
  topic: z.enum(TOPICS).nullable(),
  /** The person last meant. */
  person: text.nullable(),
  /** By person, what the family said beyond the record; a stranger's own and the household's facts stand under ''. */
  told: z.record(z.string(), told),
  asking: asking.nullable(),
  /** A case's question that waits while another is answered. */
  waiting: caseAsking.nullable().default(null),
  /** What the last answer was about, for "why". */
  answered: z.object({ programmes: z.array(z.string()), persons: z.array(text) }).nullable(),
  /** The words of a long answer not yet sent. */
  rest: text.nullable(),
})

export type Session = Readonly<z.infer<typeof schema>>
export type Asking = z.infer<typeof asking>
export type CaseAsking = z.infer<typeof caseAsking>

/** What the family said of a person, and what it said it does not know. */
export type Told = { readonly facts: Facts; readonly skip: readonly FactName[] }

/** A session of someone who never wrote before. */
export function emptySession(): Session {
  return {
    shape: SESSION_SHAPE,
    language: null,
    household: null,
    about: null,
    topic: null,
    person: null,
    told: {},
    asking: null,
    waiting: null,
    answered: null,
    rest: null,
  }
}

/** A stored session, or an empty one where it is of another shape: an old talk is gently begun anew, never an error. */
export function readSession(json: unknown): Session {
  const read = schema.safeParse(json)
  return read.success ? read.data : { ...emptySession(), language: languageOf(json) }
}

// The language outlives a change of shape: whoever chose Tibetan goes on in Tibetan.
function languageOf(json: unknown): Session['language'] {
  const read = z.object({ language: z.enum(LANGUAGES).nullable() }).safeParse(json)
  return read.success ? read.data.language : null
}
