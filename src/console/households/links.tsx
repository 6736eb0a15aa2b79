import { textsIn } from '../../i18n/texts.ts'
import type { HouseholdLinks } from '../../linking/staff-links.ts'
import { may } from '../../staff/permissions.ts'
import type { Desk } from '../desk.ts'

type Shown = { readonly desk: Desk; readonly householdId: string; readonly linked: HouseholdLinks }

/** The telephones and chats linked to a household, and what staff may do about them. Which they are is nobody's to see. */
export function LinksSection({ desk, householdId, linked: { links, cutOff } }: Shown) {
  const say = textsIn(desk.language)
  const action = `/console/households/${householdId}/links`
  const mayChange = may(desk.actor, 'register.correct')
  return (
    <section class="links">
      <h2>{say('console:link.title')}</h2>
      {links.length === 0 ? <p>{say('console:link.none')}</p> : null}
      <ul>
        {links.map(({ how, since }) => (
          <li>
            <time>{since}</time> {say(`console:link.${how}`)}
          </li>
        ))}
      </ul>
      {mayChange && links.length > 0 ? (
        <form method="post" action={`${action}/take-back`}>
          <button type="submit" class="secondary">
            {say('console:link.take-back')}
          </button>
        </form>
      ) : null}
      {cutOff === 0 ? null : <p>{say('console:link.cut-off', { count: cutOff })}</p>}
      {mayChange && cutOff > 0 ? (
        <form method="post" action={`${action}/admit`}>
          <button type="submit" class="secondary">
            {say('console:link.admit')}
          </button>
        </form>
      ) : null}
    </section>
  )
}
