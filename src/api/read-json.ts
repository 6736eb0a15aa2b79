import type { HonoRequest } from 'hono'
import type { Fault, Result } from '../fault.ts'
import { findBreak } from './broken-json.ts'

const LIMIT = 1024 * 1024
/** So much of an endless body is read to its end before the connection is given up. */
const PATIENCE = 16 * LIMIT

/** The body as JSON, checked to be at most 1 MiB, to say that it is JSON, not packed, and to be UTF-8; a byte order mark is forgiven. */
export async function readJson(request: HonoRequest): Promise<Result<unknown>> {
  const chunks = await readChunks(request)
  if (chunks === null) return refused('too-large')
  if (!isJson(request.header('content-type') ?? '') || isEncoded(request)) return refused('unsupported-media')
  const text = readText(chunks)
  if (text === null) return malformed('is not UTF-8')
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch {
    return malformed(breakIn(text))
  }
}

function readText(chunks: readonly Uint8Array[]): string | null {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode()
  } catch {
    return null
  }
}

// Where, and never what: a body may tell of persons.
function breakIn(text: string): string {
  if (text.trim() === '') return 'is empty'
  const found = findBreak(text)
  if (found === null) return 'is not JSON'
  const place = `line ${found.line}, column ${found.column}`
  return found.isCut ? `ends too early, at ${place}` : `is not JSON from ${place} on`
}

function malformed(problem: string): Result<never> {
  return { ok: false, fault: { code: 'malformed', fields: [{ path: '(body)', problem }] } }
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
