import { PROPOSAL_STATES } from '../../amendments/proposal.ts'
import { bookOn } from '../../policy/parameters/book-on.ts'
import { EFFECTS } from '../../policy/moves.ts'
import { PLAN } from '../../policy/parameters/parameters.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'
import type { Parts } from './describe-cases.ts'

const ID = '01K9ZR8N5E0W3H7B2Q4D6F9G1K'

const DRAFT = {
  name: '中职助学金提高',
  from: '2027-09-01',
  changes: [{ kind: 'figure', figure: 'secondary-vocational-grant-yuan', value: 3000 }],
  citation: '甘教发〔2027〕12号',
  source: '自2027年9月1日起，中职助学金提高到每学年3000元。',
}

const PROPOSAL = {
  id: ID,
  ...DRAFT,
  state: 'proposed',
  isInForce: false,
  proposedBy: 'li',
  proposedAt: '2026-11-18T04:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
  remark: null,
}
const APPROVED = {
  ...PROPOSAL,
  state: 'approved',
  decidedBy: 'wang',
  decidedAt: '2026-11-19T02:00:00.000Z',
}

const MOVED = {
  household: '01K9ZQ4T3M8V6J2R5W7X9Y1A3C',
  county: '621223',
  person: '01K9ZQ4T3M8V6J2R5W7X9Y1A3D',
  programme: 'secondary-vocational-grant',
  effect: 'more',
  because: ['benefit'],
}

const EFFECT = {
  progress: {
    day: '2027-09-01',
    households: 26_000,
    persons: 100_000,
    total: 26_000,
    startedAt: '2026-11-18T04:00:01.000Z',
    finishedAt: '2026-11-18T04:00:04.000Z',
  },
  totals: [{ effect: 'more', households: 2140, persons: 2204 }],
  lines: [
    {
      programme: 'secondary-vocational-grant',
      effect: 'more',
      persons: 2204,
      because: { benefit: 2204 },
      counties: { '621223': 1190, '623025': 1014 },
      languages: { 'zh-CN': 1420, bo: 784 },
    },
  ],
  sample: [],
}

const COMMON = { tags: ['policy'], security: [{ staff: [] }] }
const OF_ONE = { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: ID }

/** The part of the OpenAPI description that is about the plan and its changes. */
export function describePolicy(parts: Parts): object {
  const at = '/api/v1/policy/proposals'
  return {
    '/api/v1/policy': { get: reading(parts) },
    [at]: { get: listing(parts), post: proposing(parts) },
    [`${at}/{id}`]: { get: one(parts) },
    [`${at}/{id}/effect`]: { get: effect(parts) },
    [`${at}/{id}/moved`]: { get: moved(parts) },
    [`${at}/{id}/approve`]: { post: approving(parts) },
    [`${at}/{id}/refuse`]: { post: deciding(parts, 'refuse', 'Say no to it; by another than its author') },
    [`${at}/{id}/withdraw`]: {
      post: deciding(parts, 'withdraw', 'Take it back, as long as it is not in force'),
    },
  }
}

function reading({ schema, problems }: Parts): object {
  const { programmes, figures, counties, ...rest } = bookOn(PLAN, '2026-11-18')
  const example = {
    ...rest,
    programmes: programmes.slice(0, 1),
    figures: figures.slice(0, 2),
    counties: {
      plan: counties.plan.slice(0, 1),
      tibetanArea: counties.tibetanArea.slice(0, 1),
      oldRevolutionaryArea: counties.oldRevolutionaryArea.slice(0, 1),
    },
  }
  return {
    ...COMMON,
    operationId: 'readPolicy',
    summary: 'Rules, figures, lists and standings as they are on a day, each with what says so',
    parameters: [query('day', 'Today where it is not given.', { type: 'string', format: 'date' })],
    responses: {
      '200': answer('The book', schema('PolicyBook'), example),
      ...problems(['401', '422', '429']),
    },
  }
}

function listing({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'listProposals',
    summary: 'Decisions that change the plan, the newest first',
    parameters: [
      query('state', 'Of one state alone.', { type: 'string', enum: PROPOSAL_STATES }),
      query('after', '`next` of the page before.', { type: 'string' }),
      query('limit', 'Decisions a page.', { type: 'integer', minimum: 1, maximum: 100, default: 50 }),
    ],
    responses: {
      '200': answer('One page', schema('PolicyProposals'), { proposals: [PROPOSAL], next: null }),
      ...problems(['401', '422', '429']),
    },
  }
}

function proposing({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'proposeChange',
    summary: 'Propose a decision; nothing changes until another approves it',
    requestBody: body(schema('PolicyDraft'), DRAFT, 'A higher grant'),
    responses: {
      '201': answer('The proposal', schema('PolicyProposal'), PROPOSAL),
      ...problems(['400', '401', '403', '413', '415', '422', '429']),
    },
  }
}

function one({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'readProposal',
    summary: 'One decision',
    parameters: [OF_ONE],
    responses: {
      '200': answer('The decision', schema('PolicyProposal'), PROPOSAL),
      ...problems(['401', '404', '429']),
    },
  }
}

function effect({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'readEffect',
    summary: 'Whom it moves over the whole register: who gains, who loses, and why',
    description:
      'A large register is worked out in steps, by the server and by who asks; `progress.finishedAt` is null until all of it is.',
    parameters: [
      OF_ONE,
      query('programme', 'A sample of one programme alone.', { type: 'string', enum: PROGRAMME_IDS }),
      query('effect', 'A sample moved in one way alone.', { type: 'string', enum: EFFECTS }),
    ],
    responses: {
      '200': answer('Whom it moves', schema('PolicyEffect'), EFFECT),
      ...problems(['401', '404', '422', '429']),
    },
  }
}

function moved({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'listMoved',
    summary: 'Those whom it moves, one by one, as far as it is worked out',
    parameters: [
      OF_ONE,
      query('programme', 'Of one programme alone.', { type: 'string', enum: PROGRAMME_IDS }),
      query('effect', 'Moved in one way alone.', { type: 'string', enum: EFFECTS }),
      query('after', '`next` of the page before.', { type: 'string' }),
      query('limit', 'Lines a page.', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
    ],
    responses: {
      '200': answer('One page', schema('PolicyMoved'), { moved: [MOVED], next: null }),
      ...problems(['401', '404', '422', '429']),
    },
  }
}

function approving({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'approveChange',
    summary: 'Make it part of the plan from its day on; by another than its author',
    parameters: [OF_ONE],
    responses: {
      '200': answer('The decision', schema('PolicyProposal'), APPROVED),
      ...problems(['401', '403', '404', '409', '422', '429']),
    },
  }
}

function deciding({ schema, problems }: Parts, verb: 'refuse' | 'withdraw', summary: string): object {
  const remark = '文件还没有下发'
  const state = verb === 'refuse' ? 'refused' : 'withdrawn'
  return {
    ...COMMON,
    operationId: `${verb}Change`,
    summary,
    parameters: [OF_ONE],
    requestBody: body(schema('PolicyRemark'), { remark }, 'Why'),
    responses: {
      '200': answer('The decision', schema('PolicyProposal'), { ...APPROVED, state, remark }),
      ...problems(['400', '401', '403', '404', '409', '413', '415', '422', '429']),
    },
  }
}

function query(name: string, description: string, schema: object): object {
  return { name, in: 'query', description, schema }
}

function body(schema: object, value: object, summary: string): object {
  return {
    required: true,
    content: { 'application/json': { schema, examples: { one: { summary, value } } } },
  }
}

function answer(description: string, schema: object, example: object): object {
  return { description, content: { 'application/json': { schema, example } } }
}
