import { DELIVERY_STATES } from '../../broadcasts/deliveries.ts'
import { STATES } from '../../broadcasts/life/states.ts'
import { BROADCAST, DELIVERY, ESTIMATE, ID, PLAN, PREVIEW, READ } from './broadcast-examples.ts'
import type { Parts } from './describe-cases.ts'

/** What each verb does, in the order of a broadcast's life. */
const VERBS = {
  submit: 'Lay a draft before whoever may approve it',
  return: 'Give what was submitted back to its author',
  approve: 'Let it go; by another person than any who wrote it',
  pause: 'Hold it, under way or not',
  resume: 'Go on where it was paused',
  cancel: 'End it for good',
  again: 'Send it again to those whom the last run failed to reach, each looked at anew',
} as const

/** The broadcasts' part of the OpenAPI description. */
export function describeBroadcasts(parts: Parts): object {
  return {
    '/api/v1/broadcasts': { get: listing(parts), post: creating(parts) },
    '/api/v1/broadcasts/preview': { post: previewing(parts) },
    '/api/v1/broadcasts/{id}': { get: reading(parts), put: revising(parts) },
    '/api/v1/broadcasts/{id}/preview': { get: previewingOne(parts) },
    '/api/v1/broadcasts/{id}/deliveries': { get: deliveries(parts) },
    ...Object.fromEntries(
      Object.entries(VERBS).map(([verb, summary]) => [
        `/api/v1/broadcasts/{id}/${verb}`,
        { post: moving(parts, verb, summary) },
      ]),
    ),
  }
}

const COMMON = { tags: ['broadcasts'], security: [{ staff: [] }] }
const OF_ONE = { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: ID }
const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  description: 'The ETag of the broadcast as it was seen; 409 where it has moved since.',
  schema: { type: 'string' },
}
const ONCE = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same request again under the same key drafts nothing new and gets the same answer.',
  schema: { type: 'string', maxLength: 255 },
}

function creating({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'createBroadcast',
    summary: 'Draft a broadcast, and learn what it would come to',
    parameters: [ONCE],
    requestBody: body(schema('BroadcastBody')),
    responses: {
      '201': answer('The draft', schema('BroadcastCreated'), {
        id: ID,
        state: 'draft',
        version: 1,
        ...ESTIMATE,
      }),
      ...problems(['400', '401', '403', '413', '415', '422', '429']),
    },
  }
}

function previewing({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'previewPlan',
    summary: 'What a broadcast would come to today; nothing is kept',
    requestBody: body(schema('BroadcastBody')),
    responses: {
      '200': answer('What it would come to', schema('BroadcastPreview'), PREVIEW),
      ...problems(['400', '401', '413', '415', '422', '429']),
    },
  }
}

function previewingOne({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'previewBroadcast',
    summary: 'What a broadcast would come to today',
    parameters: [OF_ONE],
    responses: {
      '200': answer('What it would come to', schema('BroadcastPreview'), PREVIEW),
      ...problems(['401', '404', '422', '429']),
    },
  }
}

function listing({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'listBroadcasts',
    summary: 'Broadcasts, the newest first',
    parameters: [
      query('state', 'Of one state alone.', { type: 'string', enum: STATES }),
      query('after', '`next` of the page before.', { type: 'string' }),
      query('limit', 'Broadcasts a page.', { type: 'integer', minimum: 1, maximum: 100, default: 50 }),
    ],
    responses: {
      '200': answer('One page', schema('Broadcasts'), { broadcasts: [BROADCAST], next: null }),
      ...problems(['401', '422', '429']),
    },
  }
}

function reading({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'readBroadcast',
    summary: 'A broadcast, where it stands, and how it goes on',
    parameters: [OF_ONE],
    responses: {
      '200': answer('The broadcast', schema('BroadcastRead'), READ),
      ...problems(['401', '404', '429']),
    },
  }
}

function revising({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'reviseBroadcast',
    summary: 'Put a draft in other words, or for another audience',
    description: 'Who revises it has written it too, and cannot approve it.',
    parameters: [OF_ONE, IF_MATCH],
    requestBody: body(schema('BroadcastBody')),
    responses: {
      '200': answer('The broadcast', schema('BroadcastRead'), { ...READ, state: 'draft' }),
      ...problems(['400', '401', '403', '404', '409', '413', '415', '422', '429']),
    },
  }
}

function moving({ schema, problems }: Parts, verb: string, summary: string): object {
  return {
    ...COMMON,
    operationId: `${verb}Broadcast`,
    summary,
    description: 'The same again by the same person does nothing, and is answered alike.',
    parameters: [OF_ONE, IF_MATCH],
    responses: {
      '200': answer('The broadcast', schema('BroadcastRead'), READ),
      ...problems(['401', '403', '404', '409', '422', '429']),
    },
  }
}

function deliveries({ schema, problems }: Parts): object {
  return {
    ...COMMON,
    operationId: 'listDeliveries',
    summary: 'What became of each message',
    parameters: [
      OF_ONE,
      query('run', 'Which time of a repeated broadcast; the last where not given.', {
        type: 'integer',
        minimum: 1,
      }),
      query('state', 'Of one state alone.', { type: 'string', enum: DELIVERY_STATES }),
      query('after', '`next` of the page before.', { type: 'string' }),
      query('limit', 'Lines a page.', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
    ],
    responses: {
      '200': answer('One page', schema('BroadcastDeliveries'), { deliveries: [DELIVERY], next: null }),
      ...problems(['401', '404', '422', '429']),
    },
  }
}

function query(name: string, description: string, schema: object): object {
  return { name, in: 'query', description, schema }
}

function body(schema: object): object {
  const examples = { one: { summary: 'A reminder to those who have not applied', value: PLAN } }
  return { required: true, content: { 'application/json': { schema, examples } } }
}

function answer(description: string, schema: object, example: object): object {
  return { description, content: { 'application/json': { schema, example } } }
}
