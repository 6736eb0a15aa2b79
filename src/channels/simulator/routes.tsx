import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Language } from '../../i18n/texts.ts'
import { problem } from '../../http/problem.ts'
import type { Services } from '../../services.ts'
import { pageHeaders } from '../../http/document.tsx'
import { forgetExchanges, loadExchanges } from './exchanges.ts'
import { simulatorPage } from './page.tsx'
import { pageAddress } from './page-address.ts'
import { type Persona, personas } from './personas.ts'
import { type Deliver, send } from './send.ts'
import { sameSiteForms } from '../../http/same-site-forms.ts'

/** Above what Twilio lets a message hold nothing is sent. */
const TEXT_LIMIT = 1600
const BODY_LIMIT = 64 * 1024

/** The demo's telephone: its page, and its texts' way through the real webhook by `deliver`, the application's own fetch. */
export function simulatorRoutes(services: Services, deliver: Deliver): Hono {
  const app = new Hono()

  app.get('/', pageHeaders, (c) => showTelephone(services, c))

  app.use('/simulator/*', sameSiteForms(services.settings))
  app.use(
    '/simulator/*',
    bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => problem(c, { code: 'too-large' }) }),
  )

  app.post('/simulator/messages', async (c) => {
    const said = await readBody(c)
    if (said === null) return problem(c, { code: 'malformed' })
    const persona = await personaOf(services, said)
    if (persona === undefined)
      return problem(c, { code: 'invalid', fields: [{ path: 'persona', problem: 'unknown' }] })
    // A browser's form breaks lines by two characters.
    const text = said.text.replaceAll('\r\n', '\n')
    if (text.trim() === '' || text.length > TEXT_LIMIT) {
      return problem(c, {
        code: 'invalid',
        fields: [{ path: 'text', problem: `must hold 1 to ${TEXT_LIMIT} characters` }],
      })
    }
    const replies = await send(services.settings, deliver, persona.telephone, text)
    return isJson(c) ? c.json({ replies }) : c.redirect(pageAddress(said.language, persona.id), 303)
  })

  app.post('/simulator/forget', async (c) => {
    const said = await readBody(c)
    if (said === null) return problem(c, { code: 'malformed' })
    const persona = await personaOf(services, said)
    if (persona === undefined)
      return problem(c, { code: 'invalid', fields: [{ path: 'persona', problem: 'unknown' }] })
    await forgetExchanges(services, persona.telephone)
    return c.redirect(pageAddress(said.language, persona.id), 303)
  })

  return app
}

async function showTelephone(services: Services, c: Context): Promise<Response> {
  const all = await personas(services)
  const chosen = all.find(({ id }) => id === c.req.query('persona'))
  const persona = chosen ?? all[0]
  if (persona === undefined) return problem(c, { code: 'not-found' })
  const exchanges = await loadExchanges(services, persona.telephone)
  const language = readLanguage(c.req.query('lang'))
  return c.html(
    await simulatorPage({ language, personas: all, persona, isChosen: chosen !== undefined, exchanges }),
  )
}

type Said = { readonly persona: string; readonly text: string; readonly language: Language }

async function readBody(c: Context): Promise<Said | null> {
  const body: unknown = await (isJson(c) ? c.req.json() : c.req.parseBody()).catch(() => null)
  if (typeof body !== 'object' || body === null) return null
  const fields = new Map<string, unknown>(Object.entries(body))
  const field = (name: string) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { persona: field('persona'), text: field('text'), language: readLanguage(field('lang')) }
}

async function personaOf(services: Services, { persona }: Said): Promise<Persona | undefined> {
  return (await personas(services)).find(({ id }) => id === persona)
}

function isJson(c: Context): boolean {
  return /^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')
}

function readLanguage(value: string | undefined): Language {
  return value === 'bo' ? 'bo' : 'zh-CN'
}
