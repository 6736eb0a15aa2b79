import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { BROADCAST_ANSWERS } from '../../src/api/staff/broadcast-answers.ts'
import { CASE_ANSWERS } from '../../src/api/staff/case-bodies.ts'
import { LEDGER_ANSWERS } from '../../src/api/staff/ledger-bodies.ts'
import { ESTIMATE, PLAN, READ } from '../../src/api/staff/broadcast-examples.ts'
import { BroadcastBody } from '../../src/broadcasts/plan-body.ts'
import { openApiApp } from './app.ts'

const Media = z.object({
  schema: z.unknown(),
  example: z.unknown().optional(),
  examples: z.record(z.string(), z.object({ summary: z.string(), value: z.unknown() })).optional(),
})
const Content = z.record(z.string(), Media)
const Operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  parameters: z.array(z.unknown()).optional(),
  requestBody: z.object({ required: z.literal(true), content: Content }).optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  responses: z.record(
    z.string(),
    z.union([z.object({ description: z.string(), content: Content }), z.object({ $ref: z.string() })]),
  ),
})
const Answer = z
  .object({
    content: z.object({
      'application/json': z.object({
        schema: z.object({ $ref: z.string().optional() }),
        example: z.unknown(),
      }),
    }),
  })
  .transform(({ content }) => content['application/json'])
const Document = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'post', 'put']), Operation)),
  components: z.object({
    schemas: z.record(z.string(), z.unknown()),
    responses: z.record(z.string(), z.unknown()),
  }),
})

const app = openApiApp()
const raw: unknown = await (await app.request('/openapi.json')).json()
const document = Document.parse(raw)
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

describe('the OpenAPI description', () => {
  it('holds every route and no other', () => {
    const described = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    const routes = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.toSorted()).toEqual(routes.filter((route) => route.includes('/api/')).toSorted())
  })

  it('asks for a token where the route does, and nowhere else', async () => {
    for (const { path, method, operation } of operations) {
      const { status } = await app.request(path, { method })
      expect(status === 401, path).toBe(operation.security !== undefined)
    }
  })

  it('refers only to what it holds, and holds nothing that is not referred to', () => {
    const refs = new Set(JSON.stringify(raw).match(/#\/components\/\w+\/\w+/g))
    const held = (['schemas', 'responses'] as const).flatMap((part) =>
      Object.keys(document.components[part]).map((id) => `#/components/${part}/${id}`),
    )
    expect([...refs].toSorted()).toEqual(held.toSorted())
  })

  it('leaves no identifier of a schema in the way of its references', () => {
    expect(JSON.stringify(raw)).not.toMatch(/"\$(id|schema|defs)"/)
  })

  it('gives examples that are answered, and answers as they are given', async () => {
    for (const { path, method, operation } of operations) {
      const answered = operation.responses[answeredBy(operation)]
      expect(answered).toHaveProperty(['content', 'application/json', 'example'])
      if (operation.security !== undefined) continue
      for (const { value } of Object.values(
        operation.requestBody?.content['application/json']?.examples ?? {},
      )) {
        const request = {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(value),
        }
        expect((await app.request(path, request)).status).toBe(200)
      }
    }
  })

  it('gives examples of what staff are answered that are as they are described', () => {
    const schemas = new Map<string, z.ZodType>(
      Object.entries({ ...BROADCAST_ANSWERS, ...CASE_ANSWERS, ...LEDGER_ANSWERS }),
    )
    const checked = operations.flatMap(({ operation }) => {
      const { schema, example } = Answer.parse(operation.responses[answeredBy(operation)])
      const described = schemas.get(schema.$ref?.split('/').at(-1) ?? '')
      if (described === undefined) return []
      expect(described.parse(example), operation.operationId).toEqual(example)
      return [described]
    })
    const unchecked = [...schemas].filter(([, schema]) => !checked.includes(schema))
    // It is only a part of other answers.
    expect(unchecked.map(([name]) => name)).toEqual(['StaffCase'])
    expect(BroadcastBody.parse(PLAN)).toEqual(PLAN)
  })

  it('gives an example of a broadcast whose figures agree', () => {
    const { counts, skipped, progress } = READ
    const { queued, sent, delivered, failed, unknown } = counts
    expect(sum(skipped)).toBe(counts.skipped)
    expect(progress.done).toBe(sent + delivered + failed + unknown)
    expect(progress.of).toBe(progress.done + queued)
    expect(progress.secondsLeft).toBe(Math.ceil(queued / progress.perSecond))
    expect(ESTIMATE.size).toBe(ESTIMATE.messages + sum(ESTIMATE.skipped))
    expect(ESTIMATE.cost.amount).toBeCloseTo(ESTIMATE.cost.segments * ESTIMATE.cost.perSegment)
    expect(ESTIMATE.segments['zh-CN'].longest.units).toBe(ESTIMATE.segments['zh-CN'].longest.text.length)
  })

  it('tells of every problem that an operation can answer with', () => {
    for (const { path, method, operation } of operations) {
      const staff = operation.security !== undefined
      const isOfOne = path.includes('{id}')
      const writes = staff && method !== 'get' && !path.endsWith('/preview')
      const asks = operation.requestBody !== undefined || (operation.parameters?.length ?? 0) > 0
      const expected = [
        answeredBy(operation),
        ...(operation.requestBody === undefined ? [] : ['400', '413', '415']),
        ...(asks && !isPlainReading(path, method) ? ['422'] : []),
        ...(staff ? ['401'] : []),
        ...(writes ? ['403'] : []),
        ...(isOfOne ? ['404'] : []),
        ...(isOfOne && writes ? ['409'] : []),
        '429',
      ]
      expect(Object.keys(operation.responses).toSorted(), path).toEqual(expected.toSorted())
    }
  })
})

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

function answeredBy({ responses }: z.output<typeof Operation>): string {
  return '201' in responses ? '201' : '200'
}

// An id alone cannot be invalid: it is there or not.
function isPlainReading(path: string, method: string): boolean {
  return method === 'get' && path.endsWith('{id}')
}
