import { auditWrite } from '../audit/entry.ts'
import type { Fault } from '../fault.ts'
import { LANGUAGES } from '../i18n/texts.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { may } from '../staff/permissions.ts'
import { replyNotice, type StaffText, textFaults } from './notice.ts'
import { findCase } from './read-case.ts'
import { recipientsOf } from './recipients.ts'
import { keepSaid, mustBeOpen, noticeWrites, type Told, toldOf } from './tell.ts'

export type ToldResult =
  | { readonly ok: true; readonly told: Told }
  | { readonly ok: false; readonly fault: Fault }

/**
 * Answers an open case in staff's words: kept with the case, and sent to each telephone that asked, in its language.
 * Faults: forbidden, not-found (or beyond the actor's area), conflict (settled already), invalid (the family's language is missing, too long).
 */
export async function replyToCase(
  services: Services,
  actor: Actor,
  id: string,
  text: StaffText,
): Promise<ToldResult> {
  if (!may(actor, 'cases.answer')) return { ok: false, fault: { code: 'forbidden' } }
  const found = await findCase(services, actor, id)
  if (found === null) return { ok: false, fault: { code: 'not-found' } }
  if (found.state !== 'open') return { ok: false, fault: { code: 'conflict' } }
  const recipients = await recipientsOf(services, found.id)
  const fields = textFaults(text, recipients, replyNotice)
  if (fields.length > 0) return { ok: false, fault: { code: 'invalid', fields } }
  const now = services.clock()
  const commit = await services.store.atomically([
    ...mustBeOpen(found.id),
    auditWrite(services, actor, { action: 'case.reply', subject: found.id, place: found }),
    await keepSaid(services, found.id, actor.name, asKept(text), now),
    ...(await noticeWrites(services, recipients, (one) => replyNotice(one, text[one.language] ?? ''), now)),
  ])
  if (commit === 'conflict') return { ok: false, fault: { code: 'conflict' } }
  services.wake()
  services.log.info('case answered', { kind: found.kind, by: actor.name })
  return { ok: true, told: toldOf(recipients) }
}

/** Staff's text in all its languages, as it stands with the case. */
export function asKept(text: StaffText): string {
  return LANGUAGES.flatMap((language) => text[language] ?? []).join('\n')
}
