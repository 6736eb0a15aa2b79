import type { Outcome } from '../conversation/turn.ts'
import { textsIn } from '../i18n/texts.ts'
import type { Contact } from './load.ts'

/**
 * What becomes of a message beyond `limit` in a minute: the first is answered by a request for patience, the rest are
 * stored unanswered. Null within the limit.
 */
export function patience(contact: Contact, limit: number): Outcome | null {
  if (contact.recent < limit) return null
  const language = contact.language ?? contact.session.language ?? 'zh-CN'
  const replies = contact.recent === limit ? [{ text: textsIn(language)('conversation:patience') }] : []
  return {
    session: contact.session,
    replies,
    changes: [],
    determinations: [],
    heard: { intent: 'out-of-scope', topic: null, language },
  }
}
