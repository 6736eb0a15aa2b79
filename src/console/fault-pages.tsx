import type { MiddlewareHandler } from 'hono'
import { readsPages } from '../http/reads-pages.ts'
import { type TextKey, textsIn } from '../i18n/texts.ts'
import { languageOfRequest } from './language.ts'
import { gate } from './sign-in/gate.tsx'

type Told = { readonly title: TextKey; readonly text: TextKey }

const TOLD: Readonly<Record<number, Told>> = {
  403: { title: 'console:fault.forbidden', text: 'console:fault.forbidden-text' },
  404: { title: 'console:not-found.title', text: 'console:not-found.text' },
  409: { title: 'console:fault.conflict', text: 'console:fault.conflict-text' },
  413: { title: 'console:fault.too-large', text: 'console:fault.too-large-text' },
  429: { title: 'console:fault.too-many', text: 'console:fault.too-many-text' },
}
const OTHERWISE: Told = { title: 'console:fault.internal', text: 'console:fault.internal-text' }

/** Tells a fault to who reads in a browser in their language, with a way on; a program is told what `problem` says. */
export const faultPages: MiddlewareHandler = async (c, next) => {
  await next()
  const isPage = c.res.headers.get('content-type')?.startsWith('text/html') === true
  if (c.res.status < 400 || isPage || !readsPages(c)) return
  const language = languageOfRequest(c)
  const { status, headers } = c.res
  const { title, text } = TOLD[status] ?? OTHERWISE
  const say = textsIn(language)
  const page = await gate({ language, at: '/console', title }, [
    <p>{say(text)}</p>,
    <p>
      <a class="button" href="/console">
        {say('console:fault.back')}
      </a>
    </p>,
  ])
  const kept = new Headers(headers)
  kept.set('content-type', 'text/html; charset=UTF-8')
  c.res = undefined
  c.res = new Response(String(page), { status, headers: kept })
}
