import { describe, expect, it } from 'vitest'
import { z } from 'zod'
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

function answeredBy({ responses }: z.output<typeof Operation>): string {
  return '201' in responses ? '201' : '200'
}

// An id alone cannot be invalid: it is there or not.
function isPlainReading(path: string, method: string): boolean {
  return method === 'get' && path.endsWith('{id}')
}
