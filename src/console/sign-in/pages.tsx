import type { FieldFault } from '../../fault.ts'
import { type Language, type TextKey, textsIn } from '../../i18n/texts.ts'
import { withBack } from '../language.ts'
import { SHORTEST_PASSWORD } from './auth.ts'
import { DEMO_STAFF } from './demo-staff.ts'
import { type Gate, gate } from './gate.tsx'
import type { Invitation } from './invites.ts'

type Asked = {
  readonly language: Language
  readonly demo: boolean
  readonly fault: 'refused' | 'locked' | null
  /** The page asked for before, where it leads on to; empty: the desk. */
  readonly back: string
  readonly username: string
}

/** Name and password. In the demo its log-ins are told. */
export function signInPage({ language, demo, fault, back, username }: Asked) {
  const say = textsIn(language)
  const at = withBack('/console/sign-in', back)
  return gate({ language, at, title: 'console:sign-in.title' }, [
    <Fault language={language} fault={fault === null ? null : `console:sign-in.${fault}`} />,
    fault === null && back !== '' ? <p role="status">{say('console:sign-in.first')}</p> : null,
    <form method="post" action="/console/sign-in" class="stack">
      <input type="hidden" name="back" value={back} />
      <label>
        {say('console:sign-in.username')}
        <input
          name="username"
          value={username}
          autocomplete="username"
          autocapitalize="none"
          required
          autofocus={username === ''}
        />
      </label>
      <label>
        {say('console:sign-in.password')}
        <input
          name="password"
          type="password"
          autocomplete="current-password"
          required
          autofocus={username !== ''}
        />
      </label>
      <button type="submit">{say('console:sign-in.enter')}</button>
    </form>,
    demo ? <DemoStaff language={language} /> : null,
  ])
}

/** The second step: six digits, or a code kept for the loss of the authenticator. */
export function codePage(language: Language, back: string, isRefused: boolean) {
  const say = textsIn(language)
  return gate({ language, at: withBack('/console/sign-in/code', back), title: 'console:code.title' }, [
    <Fault language={language} fault={isRefused ? 'console:code.refused' : null} />,
    <form method="post" action="/console/sign-in/code" class="stack">
      <input type="hidden" name="back" value={back} />
      <label>
        {say('console:code.label')}
        <input name="code" autocomplete="one-time-code" inputmode="text" required autofocus />
      </label>
      <p class="hint">{say('console:code.hint')}</p>
      <button type="submit">{say('console:sign-in.enter')}</button>
    </form>,
  ])
}

/** A new member's one-time link: they choose their password. */
export function invitePage(
  { language, at }: Omit<Gate, 'title'>,
  invitation: Invitation | null,
  faults: readonly FieldFault[],
) {
  const say = textsIn(language)
  const gated = { language, at, title: 'console:invite.title' } as const
  if (invitation === null) return gate(gated, [<p class="fault">{say('console:invite.gone')}</p>])
  return gate(gated, [
    <p>{say('console:invite.for', { name: invitation.name, username: invitation.username })}</p>,
    <Fault language={language} fault={faults.length > 0 ? 'console:password.refused' : null} />,
    <form method="post" class="stack">
      <input type="hidden" name="username" value={invitation.username} autocomplete="username" />
      <label>
        {say('console:password.new', { length: SHORTEST_PASSWORD })}
        <input
          name="password"
          type="password"
          autocomplete="new-password"
          minlength={SHORTEST_PASSWORD}
          required
        />
      </label>
      <button type="submit">{say('console:invite.join')}</button>
    </form>,
  ])
}

function Fault({ language, fault }: { readonly language: Language; readonly fault: TextKey | null }) {
  if (fault === null) return null
  return (
    <p class="fault" role="alert">
      {textsIn(language)(fault)}
    </p>
  )
}

function DemoStaff({ language }: { readonly language: Language }) {
  const say = textsIn(language)
  return (
    <section class="demo">
      <h2>{say('console:demo.title')}</h2>
      <table>
        <thead>
          <tr>
            <th>{say('console:sign-in.username')}</th>
            <th>{say('console:sign-in.password')}</th>
            <th>{say('console:staff.role')}</th>
          </tr>
        </thead>
        <tbody>
          {DEMO_STAFF.map(({ username, password, role }) => (
            <tr>
              <td>
                <code>{username}</code>
              </td>
              <td>
                <code>{password}</code>
              </td>
              <td>{say(`console:role.${role}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
