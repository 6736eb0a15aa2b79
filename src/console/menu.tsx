import { LANGUAGES, type TextKey, textsIn } from '../i18n/texts.ts'
import { isWithin } from '../staff/area.ts'
import { type Action, may } from '../staff/permissions.ts'
import { areaName } from './area-name.ts'
import type { Desk } from './desk.ts'

type MenuEntry = {
  readonly at: string
  readonly name: string
  readonly action: Action
  readonly provincial?: boolean
}

/**
 * The console's pages as its menu names them, each with what its reader must be allowed: the day's work, what families are
 * told by, the watch over both. `provincial` where what it shows stands in no county.
 */
const MENU = [
  [
    { at: '/console', name: 'overview', action: 'overview.read' },
    { at: '/console/households', name: 'households', action: 'register.read' },
    { at: '/console/ledger', name: 'ledger', action: 'ledger.read' },
    { at: '/console/imports', name: 'imports', action: 'register.import' },
    { at: '/console/cases', name: 'cases', action: 'cases.read' },
    { at: '/console/broadcasts', name: 'broadcasts', action: 'broadcasts.read' },
  ],
  [
    { at: '/console/offices', name: 'offices', action: 'offices.read' },
    { at: '/console/policy', name: 'policy', action: 'policy.read' },
    { at: '/console/understanding', name: 'understanding', action: 'understanding.label', provincial: true },
  ],
  [
    { at: '/console/staff', name: 'staff', action: 'staff.manage' },
    { at: '/console/inspection', name: 'inspection', action: 'inspection.export' },
    { at: '/console/audit', name: 'audit', action: 'audit.read' },
  ],
] as const satisfies readonly (readonly MenuEntry[])[]

export type MenuName = (typeof MENU)[number][number]['name'] | 'account'

type Place = { readonly desk: Desk; readonly here: MenuName }

/** What stands at the side of every page. On a telephone the menu is folded away until it is asked for, by an address alone. */
export function Header({ desk, here, address }: Place & { readonly address: string | null }) {
  const say = textsIn(desk.language)
  return (
    <header class="bar">
      <a class="brand" href="/console">
        <img src="/assets/huixue.svg" alt="" width="28" height="28" />
        <span>{say('console:name')}</span>
      </a>
      <a class="to-menu" href="#menu">
        {say('console:menu.label')}
      </a>
      <div class="menu" id="menu">
        <Menu desk={desk} here={here} />
        <Who desk={desk} here={here} address={address} />
        <a class="away" href="#main">
          {say('console:skip')}
        </a>
      </div>
    </header>
  )
}

/** From one thing to the list that it is of. */
export function WayBack({ desk, here, path }: Place & { readonly path: string }) {
  const list = listOf(here)
  if (list === undefined || list.at === path || !isOpen(desk.actor, list)) return null
  return (
    <p class="way-back">
      <a href={list.at}>{textsIn(desk.language)(`console:menu.${list.name}`)}</a>
    </p>
  )
}

function Menu({ desk, here }: Place) {
  const say = textsIn(desk.language)
  const groups = MENU.map((group) => group.filter((page: MenuEntry) => isOpen(desk.actor, page)))
  return (
    <nav aria-label={say('console:menu.label')}>
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <ul>
            {group.map(({ at, name }) => (
              <li>
                <a href={at} {...(name === here ? { 'aria-current': 'page' } : {})}>
                  {say(`console:menu.${name}` satisfies TextKey)}
                </a>
              </li>
            ))}
          </ul>
        ))}
    </nav>
  )
}

function Who({ desk, here, address }: Place & { readonly address: string | null }) {
  const say = textsIn(desk.language)
  return (
    <div class="who">
      <a href="/console/account" {...(here === 'account' ? { 'aria-current': 'page' } : {})}>
        <span class="name">{desk.name}</span>
        <span class="role">
          {say(`console:role.${desk.actor.role}`)} · {areaName(desk.actor.area, desk.language)}
        </span>
      </a>
      <form method="post" action="/console/account/language">
        <input type="hidden" name="back" value={address ?? listOf(here)?.at ?? '/console/account'} />
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
  )
}

function listOf(here: MenuName) {
  return MENU.flat().find(({ name }) => name === here)
}

function isOpen(actor: Desk['actor'], { action, provincial = false }: MenuEntry): boolean {
  return may(actor, action) && (!provincial || isWithin(actor.area, { county: null }))
}
