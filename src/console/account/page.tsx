import { renderSVG } from 'uqr'
import { raw } from 'hono/html'
import { type Language, type TextKey, textsIn } from '../../i18n/texts.ts'
import type { DeskContext } from '../desk.ts'
import { browserName } from './browser-name.ts'
import { framed } from '../frame.tsx'
import { dayTime } from '../moments.ts'
import type { Enrolment } from '../sign-in/second-factor.ts'
import type { OpenSession } from './sessions.ts'

/** What a step has brought, shown once. */
export type Shown = {
  readonly fault?: TextKey
  readonly enrolment?: Enrolment
  readonly backupCodes?: readonly string[]
}

/** One's own account. */
export function accountPage(
  c: DeskContext,
  sessions: readonly OpenSession[],
  { fault, enrolment, backupCodes }: Shown,
): Promise<Response> {
  const { language, hasSecondFactor } = c.get('desk')
  const say = textsIn(language)
  return framed(
    c,
    {
      here: 'account',
      title: say('console:account.title'),
      children: (
        <>
          {fault === undefined ? null : (
            <p class="fault" role="alert">
              {say(fault)}
            </p>
          )}
          <section>
            <h2>{say('console:factor.title')}</h2>
            {enrolment === undefined ? (
              <SecondFactor language={language} isSet={hasSecondFactor} />
            ) : (
              <Enrolling language={language} enrolment={enrolment} />
            )}
            {backupCodes === undefined ? null : <BackupCodes language={language} codes={backupCodes} />}
          </section>
          <Sessions language={language} sessions={sessions} />
        </>
      ),
    },
    fault === undefined ? 200 : 422,
  )
}

type OfSessions = { readonly language: Language; readonly sessions: readonly OpenSession[] }

function Sessions({ language, sessions }: OfSessions) {
  const say = textsIn(language)
  return (
    <section>
      <h2>{say('console:sessions.title')}</h2>
      <table>
        <tbody>
          {sessions.map(({ userAgent, since }) => (
            <tr>
              <td class="wide">{browserName(userAgent ?? '–')}</td>
              <td>
                <time>{dayTime(since.toISOString())}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="post" action="/console/account/sessions/end">
        <button type="submit" class="secondary">
          {say('console:sessions.end')}
        </button>
      </form>
    </section>
  )
}

function SecondFactor({ language, isSet }: { readonly language: Language; readonly isSet: boolean }) {
  const say = textsIn(language)
  return (
    <>
      <p>{say(isSet ? 'console:factor.set' : 'console:factor.unset')}</p>
      <form
        method="post"
        action={isSet ? '/console/account/backup-codes' : '/console/account/second-factor'}
        class="row"
      >
        <label>
          {say('console:sign-in.password')}
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <button type="submit" class={isSet ? 'secondary' : ''}>
          {say(isSet ? 'console:factor.renew' : 'console:factor.begin')}
        </button>
      </form>
    </>
  )
}

function Enrolling({ language, enrolment }: { readonly language: Language; readonly enrolment: Enrolment }) {
  const say = textsIn(language)
  return (
    <div class="enrolling">
      <div class="qr">{raw(renderSVG(enrolment.uri))}</div>
      <div class="stack">
        <p>{say('console:factor.scan')}</p>
        <p>
          <code class="secret">{enrolment.secret}</code>
        </p>
        <BackupCodes language={language} codes={enrolment.backupCodes} />
        <form method="post" action="/console/account/second-factor/confirm" class="row">
          <label>
            {say('console:factor.code')}
            <input name="code" inputmode="numeric" autocomplete="one-time-code" required autofocus />
          </label>
          <button type="submit">{say('console:factor.confirm')}</button>
        </form>
      </div>
    </div>
  )
}

function BackupCodes({
  language,
  codes,
}: {
  readonly language: Language
  readonly codes: readonly string[]
}) {
  return (
    <>
      <p>{textsIn(language)('console:factor.backup')}</p>
      <ul class="codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
