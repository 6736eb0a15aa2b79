import { auditWrite } from '../audit/entry.ts'
import type { FieldFault } from '../fault.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { may } from '../staff/permissions.ts'
import { mustHaveChangedOne, statement } from '../storage/store.ts'
import { textsIn } from '../i18n/texts.ts'
import { settledNotice, type StaffText, textFaults } from './notice.ts'
import { OUTCOMES_OF, type StaffOutcome } from './outcomes.ts'
import { findCase } from './read-case.ts'
import { recipientsOf } from './recipients.ts'
import { asKept, type ToldResult } from './reply-to-case.ts'
import { keepSaid, noticeWrites, toldOf } from './tell.ts'

export type Resolution = {
  readonly outcome: StaffOutcome
  /** What staff add to the outcome's own sentence. */
  readonly text?: StaffText | undefined
}

const CLOSE = `update cases set state = 'closed', outcome = ?2, closed_at = ?3, closed_by = ?4
  where id = ?1 and state = 'open'`
const CLOSE_PARTS = `update cases set state = 'closed', outcome = ?2, closed_at = ?3, closed_by = ?4
  where part_of = ?1 and state = 'open'`

/**
 * Settles an open case and tells each telephone that asked, in its language. Of two who settle it at once, one does.
 * Faults: forbidden, not-found (or beyond the actor's area), conflict (settled already), invalid (an outcome of another kind, a language missing, too long).
 */
export async function resolveCase(
  services: Services,
  actor: Actor,
  id: string,
  { outcome, text }: Resolution,
): Promise<ToldResult> {
  if (!may(actor, 'cases.answer')) return { ok: false, fault: { code: 'forbidden' } }
  const found = await findCase(services, actor, id)
  if (found === null) return { ok: false, fault: { code: 'not-found' } }
  if (found.state !== 'open') return { ok: false, fault: { code: 'conflict' } }
  const recipients = await recipientsOf(services, found.id)
  const allowed = OUTCOMES_OF[found.kind]
  const misfit: readonly FieldFault[] = allowed.includes(outcome)
    ? []
    : [
        {
          path: 'outcome',
          problem: `a case of this kind ends in one of ${allowed.join(', ')}`,
          told: { code: 'of-another-kind' },
        },
      ]
  const wrong =
    text === undefined ? [] : textFaults(text, recipients, (one, given) => settledNotice(one, outcome, given))
  if (misfit.length + wrong.length > 0)
    return { ok: false, fault: { code: 'invalid', fields: [...misfit, ...wrong] } }

  const now = services.clock()
  const closing = [found.id, outcome, now.toISOString(), actor.name]
  const commit = await services.store.atomically([
    statement(CLOSE, closing),
    mustHaveChangedOne(),
    statement(CLOSE_PARTS, closing),
    auditWrite(services, actor, { action: 'case.resolve', subject: found.id, place: found }),
    await keepSaid(services, found.id, actor.name, keptOf(outcome, text), now),
    ...(await noticeWrites(
      services,
      recipients,
      (one) => settledNotice(one, outcome, text?.[one.language]),
      now,
    )),
  ])
  if (commit === 'conflict') return { ok: false, fault: { code: 'conflict' } }
  services.wake()
  services.log.info('case settled', { kind: found.kind, outcome, by: actor.name })
  return { ok: true, told: toldOf(recipients) }
}

function keptOf(outcome: StaffOutcome, text: StaffText | undefined): string {
  const said = textsIn('zh-CN')(`conversation:case.outcome.${outcome}`)
  return text === undefined ? said : `${said}\n${asKept(text)}`
}
