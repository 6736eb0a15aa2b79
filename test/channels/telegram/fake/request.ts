import type { IncomingMessage } from 'node:http'
import type { Params } from './limits.ts'

/** A call of the Bot API: its parameters, and the file that came with them. */
export type Call = {
  readonly token: string
  readonly method: string
  readonly params: Params
  readonly file: Uint8Array | null
}

/** Reads a call as the Bot API does: JSON or a form with files; what is no string in a form is JSON. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const params = (body.length === 0 ? {} : JSON.parse(body.toString())) as Params
    return { token, method, params, file: null }
  }
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const params: Record<string, unknown> = {}
  let file: Uint8Array | null = null
  for (const [name, value] of form) {
    if (typeof value === 'string') params[name] = /^[[{]/.test(value) ? JSON.parse(value) : value
    else file = new Uint8Array(await value.arrayBuffer())
  }
  return { token, method, params, file }
}
