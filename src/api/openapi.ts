import { z } from 'zod'
import { DraftBody, RemarkBody } from '../amendments/draft-body.ts'
import { LANGUAGES } from '../i18n/texts.ts'
import { PLAN } from '../policy/parameters/parameters.ts'
import { ANSWERS } from './answers.ts'
import { answerDeterminations, Case, Cases } from './determinations.ts'
import { CASE, PUPIL, TEXT } from './examples.ts'
import { listProgrammes } from './programmes.ts'
import type { Result } from '../fault.ts'
import { BROADCAST_ANSWERS } from './staff/broadcast-answers.ts'
import { BroadcastBody } from '../broadcasts/plan-body.ts'
import { CASE_ANSWERS, CaseReply, CaseResolution } from './staff/case-bodies.ts'
import { describeBroadcasts } from './staff/describe-broadcasts.ts'
import { describeCases } from './staff/describe-cases.ts'
import { describeLedger } from './staff/describe-ledger.ts'
import { describePolicy } from './staff/describe-policy.ts'
import { LEDGER_ANSWERS } from './staff/ledger-bodies.ts'
import { POLICY_ANSWERS } from './staff/policy-answers.ts'
import { answerUnderstanding, TextBody, TextsBody } from './understanding.ts'

// Examples are answered by the plan as issued.
const BY = { day: CASE.asOf, book: PLAN }

const REF = '#/components/schemas/'
const PROBLEMS = {
  '400': 'The body is not JSON, or not UTF-8',
  '401': 'No token of this house, or an unknown one',
  '403': 'Not for whoever asks',
  '404': 'Nothing of that id',
  '409': 'Its state does not allow it, or it has changed meanwhile',
  '413': 'The body is over 1 MiB',
  '415': 'The body is not said to be application/json',
  '422': 'Some fields are not valid; every one is named, none of their values repeated',
  '429': 'Too many requests from this address in this minute',
} as const

let built: object | undefined

/** The open API as OpenAPI 3.1: its schemas are those that requests are checked by. */
export function openApi(): object {
  built ??= describe()
  return built
}

function describe(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: '惠学 Huixue',
      version: '1',
      summary:
        "Which education benefits of Gansu's plan (2015) a person is entitled to, and what a message asks for.",
      description:
        'Open but for what staff do, and held to a number of requests a minute from one address. Unknown is not no: a fact left out or null leaves a determination `unknown` only where it could still change it, and `missing` names it. Nothing sent to the open part is kept.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'policy' },
      { name: 'language' },
      { name: 'broadcasts' },
      { name: 'cases' },
      { name: 'ledger' },
    ],
    security: [],
    paths: {
      '/api/v1/determinations': { post: determinations() },
      '/api/v1/understanding': { post: understanding() },
      '/api/v1/programmes': { get: programmes() },
      ...describeBroadcasts(PARTS),
      ...describeCases(PARTS),
      ...describeLedger(PARTS),
      ...describePolicy(PARTS),
    },
    components: {
      schemas: schemas(),
      responses: responses(),
      securitySchemes: {
        staff: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A token that the operator gave out (API_TOKENS). Who is signed in at the console in the same browser needs none, and may do what their role may, in their area.',
        },
      },
    },
  }
}

const PARTS = { schema: (id: string) => ({ $ref: `${REF}${id}` }), problems }

function determinations(): object {
  return {
    operationId: 'determine',
    tags: ['policy'],
    summary: 'What a person qualifies for',
    description:
      "A determination of every programme, in the plan's order, with its reasons; or of up to 1000 cases, answered in their order.",
    requestBody: body(['Case', 'Cases'], {
      one: { summary: 'A child in kindergarten', value: CASE },
      many: { summary: 'Two cases', value: { cases: [CASE, PUPIL] } },
    }),
    responses: {
      '200': answer(
        'Determinations, for each case',
        ['Determinations', 'DeterminationsOfMany'],
        answerDeterminations(CASE, BY),
      ),
      ...problems(['400', '413', '415', '422', '429']),
    },
  }
}

function understanding(): object {
  return {
    operationId: 'understand',
    tags: ['language'],
    summary: 'What a message says',
    requestBody: body(['TextBody', 'TextsBody'], {
      one: { summary: 'One message', value: TEXT },
      many: { summary: 'Several', value: { texts: [TEXT.text, '谢谢'] } },
    }),
    responses: {
      '200': answer(
        'What it says, for each message',
        ['Understanding', 'UnderstandingOfMany'],
        answerUnderstanding(TEXT),
      ),
      ...problems(['400', '413', '415', '422', '429']),
    },
  }
}

function programmes(): object {
  const schema = { type: 'string', enum: LANGUAGES, default: 'zh-CN' }
  return {
    operationId: 'listProgrammes',
    tags: ['policy'],
    summary: "Every programme of the plan, with today's figures",
    parameters: [
      { name: 'language', in: 'query', description: 'Of names and summaries.', schema, example: 'bo' },
    ],
    responses: {
      '200': answer("The programmes, in the plan's order", ['Programmes'], listProgrammes('bo', BY)),
      ...problems(['422', '429']),
    },
  }
}

function body(ids: readonly string[], examples: object): object {
  return { required: true, content: { 'application/json': { schema: anyOf(ids), examples } } }
}

// The example is what is answered, so it cannot fall behind.
function answer(description: string, ids: readonly string[], answered: Result<object>): object {
  const example = answered.ok ? { example: answered.value } : {}
  return { description, content: { 'application/json': { schema: anyOf(ids), ...example } } }
}

function anyOf(ids: readonly string[]): object {
  const refs = ids.map((id) => ({ $ref: `${REF}${id}` }))
  return refs.length === 1 ? { ...refs[0] } : { anyOf: refs }
}

function problems(statuses: readonly string[]): object {
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${status}` }]))
}

function responses(): object {
  const schema = { $ref: `${REF}Problem` }
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([status, description]) => [
      status,
      {
        description,
        ...(HEADERS[status] === undefined ? {} : { headers: HEADERS[status] }),
        content: { 'application/problem+json': { schema } },
      },
    ]),
  )
}

const HEADERS: Readonly<Record<string, object>> = {
  '401': { 'WWW-Authenticate': { description: 'Bearer (RFC 6750)', schema: { type: 'string' } } },
  '429': { 'Retry-After': { description: 'Seconds', schema: { type: 'integer', minimum: 1 } } },
}

function schemas(): object {
  const registry = z.registry<{ id: string }>()
  const components = Object.entries({
    Case,
    Cases,
    TextBody,
    TextsBody,
    CaseReply,
    CaseResolution,
    BroadcastBody,
    PolicyDraft: DraftBody,
    PolicyRemark: RemarkBody,
    ...ANSWERS,
    ...BROADCAST_ANSWERS,
    ...CASE_ANSWERS,
    ...LEDGER_ANSWERS,
    ...POLICY_ANSWERS,
  })
  for (const [id, schema] of components) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { io: 'input', uri: (id) => `${REF}${id}` }).schemas
  // A component is known by its place; an $id of its own may not be a fragment.
  return Object.fromEntries(
    Object.entries(made).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [id, schema]),
  )
}
