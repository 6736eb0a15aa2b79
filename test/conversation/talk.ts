import { decide } from '../../src/conversation/decide.ts'
import { emptySession, readSession } from '../../src/conversation/session.ts'
import type { OwnCase } from '../../src/conversation/case.ts'
import { referenceIn } from '../../src/conversation/references.ts'
import type { Channel, Outcome, Turn } from '../../src/conversation/turn.ts'
import { PLAN } from '../../src/policy/parameters.ts'
import type { Language } from '../../src/understanding/types.ts'
import { FAMILIES, type FamilyName, TODAY } from './households.ts'

/** A telephone as the inbox would serve it: session saved and re-read as JSON, changes carried out. */
export function talkAs(family: FamilyName, channel: Channel = 'sms') {
  let stored = JSON.stringify(emptySession())
  let contact: Turn['contact'] = { language: null as Language | null, stopped: false }
  let cases: readonly OwnCase[] = []
  let reports: readonly string[] = []
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
      reference: `7KQ4M${cases.length + reports.length + 2}9XR3`,
      cases,
      namedReport: reports.includes(referenceIn(text)?.reference ?? '') ? 'open' : null,
    })
    stored = JSON.stringify(outcome.session)
    for (const change of outcome.changes) {
      if (change.kind === 'stop' || change.kind === 'start')
        contact = { ...contact, stopped: change.kind === 'stop' }
      if (change.kind === 'set-language') contact = { ...contact, language: change.language }
      if (change.kind === 'erase-contact') contact = { language: null, stopped: false }
      if (change.kind === 'open-case' && !change.keepContact) reports = [change.reference, ...reports]
      if (change.kind === 'open-case' && change.keepContact)
        cases = [opened(change.reference, change.caseKind), ...cases]
      if (change.kind === 'follow-case') {
        reports = reports.filter((reference) => reference !== change.reference)
        cases = [opened(change.reference, 'misuse'), ...cases]
      }
      if (change.kind === 'erase-contact') cases = []
    }
    return outcome
  }
}

function opened(reference: string, kind: OwnCase['kind']): OwnCase {
  return { reference, kind, state: 'open', openedOn: TODAY, outcome: null }
}
