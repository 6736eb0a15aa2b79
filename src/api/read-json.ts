import type { HonoRequest } from 'hono'
import type { Result } from './result.ts'

/** The body as JSON, checked to say so and to be UTF-8; a byte order mark is forgiven. */
export async function readJson(request: HonoRequest): Promise<Result<unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(request.header('content-type') ?? '')) {
    return { ok: false, fault: { code: 'unsupported-media' } }
  }
  const bytes = await request.arrayBuffer()
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return { ok: true, value }
  } catch {
    return { ok: false, fault: { code: 'malformed' } }
  }
}
