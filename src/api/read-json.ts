import type { HonoRequest } from 'hono'
import type { Fault, Result } from '../fault.ts'

const LIMIT = 1024 * 1024
/** So much of an endless body is read to its end before the connection is given up. */
const PATIENCE = 16 * LIMIT

/** The body as JSON, checked to be at most 1 MiB, to say that it is JSON, not packed, and to be UTF-8; a byte order mark is forgiven. */
export async function readJson(request: HonoRequest): Promise<Result<unknown>> {
  const chunks = await readChunks(request)
  if (chunks === null) return refused('too-large')
  if (!isJson(request.header('content-type') ?? '') || isEncoded(request)) return refused('unsupported-media')
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode()
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch {
    return refused('malformed')
  }
}

// Of no other charset: what is written in GBK would be misread in silence where its bytes happen to be UTF-8.
function isJson(type: string): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type)?.[1] ?? 'utf-8'
  return /^application\/json\s*(;|$)/i.test(type) && /^utf-?8$/i.test(charset)
}

function isEncoded(request: HonoRequest): boolean {
  const encoding = request.header('content-encoding') ?? 'identity'
  return encoding.toLowerCase() !== 'identity'
}

// Null for too large. On Node a body that is left half read costs the client its connection.
async function readChunks(request: HonoRequest): Promise<readonly Uint8Array[] | null> {
  const { body } = request.raw
  if (Number(request.header('content-length')) > LIMIT) {
    await body?.cancel()
    return null
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > PATIENCE) return null
    if (size <= LIMIT) chunks.push(chunk)
  }
  return size > LIMIT ? null : chunks
}

function refused(code: Fault['code']): Result<never> {
  return { ok: false, fault: { code } }
}
