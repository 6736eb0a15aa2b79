import { z } from 'zod'
import { LANGUAGES } from '../../i18n/texts.ts'
import { FACT_NAMES, type FactName, type Facts, SCHOOL_PLACES } from '../../policy/facts.ts'
import { INTENTS, STAGES, TOPICS } from '../../understanding/types.ts'
import { carriedOver } from './shapes.ts'
import { CASE_KINDS } from '../case.ts'

/** Raised whenever a stored session of before could be misread, with a step in `shapes.ts`. */
export const SESSION_SHAPE = 2

/** A sign of the schema below, stored with each session: one of this very form was written by this code, and needs no check. */
export const SESSION_FORM = '65b07b8d'

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

/** What the family said against the record, of itself and of its persons by id. */
const otherwise = z.object({
  county: z.string().optional(),
  registered: z.boolean().optional(),
  /** How many children there are, by the family. */
  children: z.number().optional(),
  persons: z.record(
    z.string(),
    z.object({
      stage: z.enum(STAGES).optional(),
      finalYear: z.boolean().optional(),
      schoolPlace: z.enum(SCHOOL_PLACES).optional(),
    }),
  ),
})

/** What the words called one of several children that a stranger told of. */
const child = z.object({
  relation: z.enum(['son', 'daughter']).nullable(),
  ordinal: z.number().nullable(),
})

/** The last message as it was written, and what it was taken for. */
const last = z.object({
  text: z.string().max(2000),
  language: z.enum(LANGUAGES).nullable(),
  intent: z.enum(INTENTS),
  topic: z.enum(TOPICS).nullable(),
  confidence: z.number(),
})

/** `person` is empty for a stranger's. */
const factAsking = z.object({
  kind: z.literal('fact'),
  fact: z.enum(FACT_NAMES),
  person: text,
  options: z.array(z.string()),
  tries: z.number(),
})

/** What the next message is expected to answer. */
const asking = z.discriminatedUnion('kind', [
  factAsking,
  /** Which of these persons `text` was about. */
  z.object({ kind: z.literal('person'), persons: z.array(text), text, tries: z.number() }),
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
  /** An adult's name and the end of the ID number; the name alone may be told first. */
  z.object({ kind: z.literal('link'), name: text, tries: z.number() }),
])

/** What a session holds. A test tells the `SESSION_FORM` that goes with it. */
export const sessionSchema = z.object({
  shape: z.literal(SESSION_SHAPE),
  form: z.string().catch(''),
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
  /** The question answered last: what a correction goes back to. */
  previous: factAsking.nullable(),
  /** A case's question that waits while another is answered. */
  waiting: caseAsking.nullable().default(null),
  /** What the last answer was about, for "why". */
  answered: z.object({ programmes: z.array(z.string()), persons: z.array(text) }).nullable(),
  /** The words of a long answer not yet sent. */
  rest: z.string().max(50_000).nullable(),
  /** The day of the last message; null before the first, and where it was not kept. */
  usedOn: z.string().max(10).nullable(),
  /** Where the family's words and the record differ; null where they do not. */
  otherwise: otherwise.nullable(),
  /** A stranger's children in the order they were told of; `child` is the one under '' in `told`, the others under theirs. */
  children: z.array(child).max(20),
  child: z.number(),
  last: last.nullable(),
  /** A button for sharing one's telephone was shown in this talk. */
  contactOffered: z.boolean().default(false),
  /** That an unknown telephone can be linked was told in this talk. */
  linkOffered: z.boolean().default(false),
})

export type Session = Readonly<z.infer<typeof sessionSchema>>
export type Asking = z.infer<typeof asking>
export type FactAsking = z.infer<typeof factAsking>
export type CaseAsking = z.infer<typeof caseAsking>
export type Otherwise = Readonly<z.infer<typeof otherwise>>
export type LastHeard = Readonly<z.infer<typeof last>>
export type ChildTold = Readonly<z.infer<typeof child>>

/** What the family said of a person, and what it said it does not know. */
export type Told = { readonly facts: Facts; readonly skip: readonly FactName[] }

/** A session of someone who never wrote before. */
export function emptySession(): Session {
  return {
    shape: SESSION_SHAPE,
    form: SESSION_FORM,
    language: null,
    household: null,
    about: null,
    topic: null,
    person: null,
    told: {},
    asking: null,
    previous: null,
    waiting: null,
    answered: null,
    rest: null,
    usedOn: null,
    otherwise: null,
    children: [],
    child: 0,
    last: null,
    contactOffered: false,
    linkOffered: false,
  }
}

/** What a talk forgets as it turns to another household, or to none; its language and a case's question that waits go on. */
export function forgetting({ language, linkOffered }: Session): Omit<Session, 'waiting'> {
  const { waiting: _, ...empty } = emptySession()
  return { ...empty, language, linkOffered }
}

/**
 * A stored session; one of an older shape is carried over. Never an error: a question that this release cannot ask is
 * dropped, and a talk that it cannot read at all is gently begun anew in its language.
 */
export function readSession(json: unknown): Session {
  if (isOfThisForm(json)) return json
  const read = sessionSchema.safeParse(json)
  if (read.success) return { ...read.data, form: SESSION_FORM }
  const carried = carriedOver(json)
  for (const attempt of [carried, withoutQuestion(carried)]) {
    const again = sessionSchema.safeParse(attempt)
    if (again.success) return { ...again.data, form: SESSION_FORM }
  }
  return { ...emptySession(), language: languageOf(json) }
}

// Sessions are sealed: nobody but this program writes one.
function isOfThisForm(json: unknown): json is Session {
  if (typeof json !== 'object' || json === null || !('form' in json) || !('shape' in json)) return false
  return json.form === SESSION_FORM && json.shape === SESSION_SHAPE
}

function withoutQuestion(json: unknown): unknown {
  return typeof json === 'object' && json !== null ? { ...json, asking: null } : json
}

// The language outlives a change of shape: whoever chose Tibetan goes on in Tibetan.
function languageOf(json: unknown): Session['language'] {
  const read = z.object({ language: z.enum(LANGUAGES).nullable() }).safeParse(json)
  return read.success ? read.data.language : null
}
