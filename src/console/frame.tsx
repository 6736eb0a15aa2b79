import type { Child } from 'hono/jsx'
import { htmlDocument } from '../http/document.tsx'
import { textsIn } from '../i18n/texts.ts'
import type { DeskContext } from './desk.ts'
import { Header, type MenuName, WayBack } from './menu.tsx'

type Page = {
  readonly here: MenuName
  readonly title: string
  /** What the page's own script is, if it has one: everything also works without. */
  readonly script?: string
  /** Seconds after which the page comes again by itself, while something is under way. */
  readonly refreshS?: number
  readonly children: Child
}

/** A page of the console: menu, the way back to its list, title, what it is about. */
export async function framed(
  c: DeskContext,
  { here, title, script, refreshS, children }: Page,
  status: 200 | 404 | 409 | 413 | 422 = 200,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const page = await htmlDocument({
    language: desk.language,
    title: `${title} · ${say('console:name')}`,
    description: say('console:name'),
    stylesheet: '/assets/console.css',
    ...(script === undefined ? {} : { script }),
    ...(refreshS === undefined ? {} : { refreshS }),
    children: (
      <div class="desk">
        <a class="skip" href="#main">
          {say('console:skip')}
        </a>
        <Header desk={desk} here={here} address={addressOf(c)} />
        <main id="main">
          <WayBack desk={desk} here={here} path={c.req.path} />
          <h1>{title}</h1>
          {children}
        </main>
      </div>
    ),
  })
  return c.html(page, status)
}

// What was posted has no address to come back to.
function addressOf(c: DeskContext): string | null {
  const { pathname, search } = new URL(c.req.url)
  return c.req.method === 'GET' ? pathname + search : null
}
