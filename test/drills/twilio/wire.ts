import { z } from 'zod'

const VIOLATIONS = z.array(z.object({ location: z.array(z.string()), message: z.string() }))

/** What goes over the network of the drill, looked at. */
export type Wire = {
  /** What requests broke of the provider's contract, each with its method. */
  readonly breaches: () => readonly string[]
  /** What our application answered to each request of the provider. */
  readonly answers: () => readonly { readonly path: string; readonly status: number; readonly text: string }[]
  /** The next answer to a POST is lost on its way back. */
  readonly loseNext: () => void
}

/**
 * Stands in for `fetch`: a request to our public URL reaches the application itself, as through the proxy that ends TLS
 * before it; of all others it keeps what prism says against them.
 */
export function tapWire(
  publicUrl: string,
  application: (request: Request) => Response | Promise<Response>,
): Wire {
  const { fetch: realFetch } = globalThis
  const breaches: string[] = []
  const answers: { path: string; status: number; text: string }[] = []
  let loses = false
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    if (request.url.startsWith(publicUrl)) {
      const response = await application(request)
      answers.push({
        path: new URL(request.url).pathname,
        status: response.status,
        text: await response.clone().text(),
      })
      return response
    }
    const response = await realFetch(input, init)
    breaches.push(...breachesIn(response).map((message) => `${request.method}: ${message}`))
    if (loses && request.method === 'POST') {
      loses = false
      throw new TypeError('fetch failed', { cause: { code: 'UND_ERR_SOCKET' } })
    }
    return response
  }
  return {
    breaches: () => breaches,
    answers: () => answers,
    loseNext: () => {
      loses = true
    },
  }
}

// What is wrong with an answer is the stand-in's own affair: of a refusal Twilio's OpenAPI knows nothing, of a list it asks
// for whole addresses where Twilio gives paths.
function breachesIn({ headers }: Response): readonly string[] {
  const told = headers.get('sl-violations')
  if (told === null) return []
  return VIOLATIONS.parse(JSON.parse(told))
    .filter(({ location }) => location[0] !== 'response')
    .map(({ message }) => message)
}
