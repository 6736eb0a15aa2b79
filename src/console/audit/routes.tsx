import { Hono } from 'hono'
import { linkAudit } from '../../audit/chain.ts'
import { listAudit } from '../../audit/list.ts'
import { verifyAudit } from '../../audit/verify.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { Services } from '../../services.ts'
import type { DeskEnv } from '../desk.ts'
import { framed } from '../frame.tsx'
import { allowed } from '../guard.ts'
import { dayTime } from '../moments.ts'

const PAGE = 100

/** The log of what staff did, and whether it is whole. */
export function auditRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/audit/*', allowed('audit.read'))

  app.get('/console/audit', async (c) => {
    const { actor, language } = c.get('desk')
    const say = textsIn(language)
    const before = c.req.query('before') ?? null
    const { entries, next } = await listAudit(services, actor, { before, limit: PAGE })
    return framed(c, {
      here: 'audit',
      title: say('console:menu.audit'),
      children: (
        <>
          <form method="post" action="/console/audit/verify">
            <button type="submit" class="secondary">
              {say('console:audit.verify')}
            </button>
          </form>
          <table>
            <thead>
              <tr>
                <th>{say('console:audit.at')}</th>
                <th>{say('console:audit.who')}</th>
                <th>{say('console:audit.what')}</th>
                <th>{say('console:audit.subject')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr>
                  <td>{dayTime(entry.at)}</td>
                  <td>{entry.actor}</td>
                  <td>
                    <code>{entry.action}</code>
                  </td>
                  <td>
                    <code>{entry.subject}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {next === null ? null : (
            <p>
              <a href={`/console/audit?before=${next}`}>{say('console:next')}</a>
            </p>
          )}
        </>
      ),
    })
  })

  app.post('/console/audit/verify', async (c) => {
    const say = textsIn(c.get('desk').language)
    await linkAudit(services)
    const { intact, entries, broken } = await verifyAudit(services)
    return framed(c, {
      here: 'audit',
      title: say('console:menu.audit'),
      children: (
        <p class={intact ? 'done' : 'fault'} role="status">
          {intact
            ? say('console:audit.intact', { count: entries })
            : say('console:audit.broken', { seq: broken?.seq ?? 0 })}
        </p>
      ),
    })
  })
  return app
}
