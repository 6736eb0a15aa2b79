import type { Child } from 'hono/jsx'
import { htmlDocument } from '../http/document.tsx'
import { LANGUAGES, type TextKey, textsIn } from '../i18n/texts.ts'
import { isWithin } from '../staff/area.ts'
import { type Action, may } from '../staff/permissions.ts'
import { areaName } from './area-name.ts'
import type { Desk, DeskContext } from './desk.ts'

type MenuEntry = {
  readonly at: string
  readonly name: string
  readonly action: Action
  readonly provincial?: boolean
}

/**
 * The console's pages as its menu names them, in order, each with what its reader must be allowed; `provincial` where what
 * it shows stands in no county.
 */
const MENU = [
  { at: '/console', name: 'overview', action: 'overview.read' },
  { at: '/console/households', name: 'households', action: 'register.read' },
  { at: '/console/ledger', name: 'ledger', action: 'ledger.read' },
  { at: '/console/imports', name: 'imports', action: 'register.import' },
  { at: '/console/cases', name: 'cases', action: 'cases.read' },
  { at: '/console/broadcasts', name: 'broadcasts', action: 'broadcasts.read' },
  { at: '/console/offices', name: 'offices', action: 'offices.read' },
  { at: '/console/policy', name: 'policy', action: 'policy.read' },
  { at: '/console/staff', name: 'staff', action: 'staff.manage' },
  { at: '/console/understanding', name: 'understanding', action: 'understanding.label', provincial: true },
  { at: '/console/inspection', name: 'inspection', action: 'inspection.export' },
  { at: '/console/audit', name: 'audit', action: 'audit.read' },
] as const satisfies readonly MenuEntry[]

export type MenuName = (typeof MENU)[number]['name'] | 'account'

type Page = {
  readonly here: MenuName
  readonly title: string
  /** What the page's own script is, if it has one: everything also works without. */
  readonly script?: string
  /** Seconds after which the page comes again by itself, while something is under way. */
  readonly refreshS?: number
  readonly children: Child
}

/** A page of the console: menu, title, what it is about. */
export async function framed(
  c: DeskContext,
  { here, title, script, refreshS, children }: Page,
  status: 200 | 404 | 409 | 422 = 200,
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
        <Header desk={desk} here={here} path={c.req.path} />
        <main id="main">
          <h1>{title}</h1>
          {children}
        </main>
      </div>
    ),
  })
  return c.html(page, status)
}

function isOpen(actor: Desk['actor'], { action, provincial = false }: MenuEntry): boolean {
  return may(actor, action) && (!provincial || isWithin(actor.area, { county: null }))
}

function Header({
  desk,
  here,
  path,
}: {
  readonly desk: Desk
  readonly here: MenuName
  readonly path: string
}) {
  const say = textsIn(desk.language)
  const pages = MENU.filter((page: MenuEntry) => isOpen(desk.actor, page))
  return (
    <header class="bar">
      <a class="brand" href="/console">
        <img src="/assets/huixue.svg" alt="" width="28" height="28" />
        <span>{say('console:name')}</span>
      </a>
      <nav aria-label={say('console:menu.label')}>
        {pages.map(({ at, name }) => (
          <a href={at} {...(name === here ? { 'aria-current': 'page' } : {})}>
            {say(`console:menu.${name}` satisfies TextKey)}
          </a>
        ))}
      </nav>
      <div class="who">
        <a href="/console/account" {...(here === 'account' ? { 'aria-current': 'page' } : {})}>
          <span class="name">{desk.name}</span>
          <span class="role">
            {say(`console:role.${desk.actor.role}`)} · {areaName(desk.actor.area, desk.language)}
          </span>
        </a>
        <form method="post" action="/console/account/language">
          <input type="hidden" name="back" value={path} />
          {LANGUAGES.filter((other) => other !== desk.language).map((other) => (
            <button type="submit" name="language" value={other} lang={other} class="plain">
              {textsIn(other)('console:language.name')}
            </button>
          ))}
        </form>
        <form method="post" action="/console/sign-out">
          <button type="submit" class="plain">
            {say('console:sign-out')}
          </button>
        </form>
      </div>
    </header>
  )
}
