import { CASE_KINDS, CASE_STATES } from '../../conversation/case.ts'

type Schema = { readonly $ref: string }

/** What the description needs from the document it stands in. */
export type Parts = {
  readonly schema: (id: string) => Schema
  readonly problems: (statuses: readonly string[]) => object
}

const CASE = {
  id: '01K9ZQ4T3M8V6J2R5W7X9Y1A3C',
  reference: '7KQ4M2',
  kind: 'correction',
  state: 'open',
  county: '621223',
  household: null,
  openedAt: '2026-11-18T04:00:00.000Z',
  dueOn: '2026-12-03',
  isOverdue: false,
  closedAt: null,
  closedBy: null,
  outcome: null,
  reach: 'reachable',
  joined: [],
}

const MESSAGE = {
  author: 'family',
  by: null,
  at: '2026-11-18T04:00:00.000Z',
  text: '娃上初三，登记写成了小学',
  reference: '7KQ4M2',
}

const TOLD = { told: { queued: 1, stopped: 0, nobody: false } }

/** The cases' part of the OpenAPI description. */
export function describeCases(parts: Parts): object {
  return {
    '/api/v1/cases': { get: listing(parts) },
    '/api/v1/cases/{id}': { get: reading(parts) },
    '/api/v1/cases/{id}/reply': {
      post: answering(parts, 'replyToCase', 'Answer the family of an open case', 'CaseReply', {
        text: { 'zh-CN': '请带户口簿到乡上来一趟。', bo: 'ཐེམ་ཐོ་ཁྱེར་ནས་ཤང་ལ་ཤོག' },
      }),
    },
    '/api/v1/cases/{id}/resolve': {
      post: answering(parts, 'resolveCase', 'Settle a case, and tell the family', 'CaseResolution', {
        outcome: 'corrected',
      }),
    },
  }
}

const COMMON = { tags: ['cases'], security: [{ staff: [] }] }
const ID = {
  name: 'id',
  in: 'path',
  required: true,
  description: "A case's id, or its reference.",
  schema: { type: 'string' },
}

function listing({ schema, problems }: Parts): object {
  const query = (name: string, description: string, of: object) => ({
    name,
    in: 'query',
    description,
    schema: of,
  })
  return {
    ...COMMON,
    operationId: 'listCases',
    summary: 'What families asked the office to look into, the oldest first',
    parameters: [
      query('state', 'Open or settled ones alone.', { type: 'string', enum: CASE_STATES }),
      query('kind', 'Of one kind alone.', { type: 'string', enum: CASE_KINDS }),
      query('county', 'GB/T 2260 code.', { type: 'string' }),
      query('overdue', 'Open ones past their day alone.', { type: 'boolean', default: false }),
      query('after', '`next` of the page before.', { type: 'string' }),
      query('limit', 'Cases a page.', { type: 'integer', minimum: 1, maximum: 100, default: 50 }),
    ],
    responses: {
      '200': answer('One page', schema('StaffCases'), { cases: [CASE], next: null }),
      ...problems(['401', '422', '429']),
    },
  }
}

function reading({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'readCase',
    summary: 'A case with what was said; reading it is logged',
    parameters: [ID],
    responses: {
      '200': answer('The case', schema('StaffCaseRead'), { ...CASE, messages: [MESSAGE] }),
      ...problems(['401', '404', '429']),
    },
  }
}

function answering(
  { schema, problems }: Parts,
  operationId: string,
  summary: string,
  body: string,
  value: object,
): object {
  return {
    ...COMMON,
    operationId,
    summary,
    parameters: [ID],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schema(body), examples: { one: { summary, value } } } },
    },
    responses: {
      '200': answer('To whom it goes', schema('StaffTold'), TOLD),
      ...problems(['400', '401', '403', '404', '409', '413', '415', '422', '429']),
    },
  }
}

function answer(description: string, schema: Schema, example: object): object {
  return { description, content: { 'application/json': { schema, example } } }
}
