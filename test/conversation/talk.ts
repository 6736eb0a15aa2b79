import { decide } from '../../src/conversation/decide.ts'
import { emptySession, readSession } from '../../src/conversation/session.ts'
import type { CaseKind, Channel, Outcome, Turn } from '../../src/conversation/turn.ts'
import { PLAN } from '../../src/policy/parameters.ts'
import type { Language } from '../../src/understanding/types.ts'
import { FAMILIES, type FamilyName, TODAY } from './households.ts'

/** A telephone as the inbox would serve it: session saved and re-read as JSON, changes carried out. */
export function talkAs(family: FamilyName, channel: Channel = 'sms') {
  let stored = JSON.stringify(emptySession())
  let contact: Turn['contact'] = { language: null as Language | null, stopped: false }
  let openCases: Partial<Record<CaseKind, string>> = {}
  let cases = 0
  return (text: string, media = false): Outcome => {
    const outcome = decide({
      session: readSession(JSON.parse(stored)),
      message: { text, media, channel },
      contact,
      households: FAMILIES[family],
      today: TODAY,
      book: PLAN,
      attempt: null,
      offices: new Map(),
      reference: `R${cases + 1}`,
      openCases,
    })
    stored = JSON.stringify(outcome.session)
    for (const change of outcome.changes) {
      if (change.kind === 'stop' || change.kind === 'start')
        contact = { ...contact, stopped: change.kind === 'stop' }
      if (change.kind === 'set-language') contact = { ...contact, language: change.language }
      if (change.kind === 'erase-contact') contact = { language: null, stopped: false }
      if (change.kind === 'open-case') {
        openCases = { ...openCases, [change.caseKind]: change.reference }
        cases += 1
      }
    }
    return outcome
  }
}
