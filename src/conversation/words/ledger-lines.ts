import type { Day } from '../../policy/facts.ts'
import type { LedgerEntry } from '../../register/ledger-entry.ts'
import { nameOf } from './benefits.ts'
import { daysLate } from '../reckoning/lateness.ts'
import { type Line, type Param, say, type Text } from './reply.ts'
import { dayText } from './day-text.ts'

/** How far a programme has come for a person: the step with its day and sum, what is still to come, and a refusal's reason. */
export function ledgerLine(entry: LedgerEntry, who: Param, today: Day): Line {
  const { programme, schoolYear: year } = entry
  return [
    say('conversation:status.of', { who, programme: nameOf(programme), year }),
    ...stepTexts(entry),
    ...lateTexts(entry, today),
  ]
}

/** As what somebody should be asked to look into it: a refusal, or what the family can only wait for in vain; else null. */
export function caseFor(entry: LedgerEntry, today: Day): 'refused' | 'late' | null {
  if (entry.state === 'refused') return 'refused'
  return daysLate(entry, today) === null ? null : 'late'
}

function stepTexts(entry: LedgerEntry): readonly Text[] {
  switch (entry.state) {
    case 'told':
      return []
    case 'applied':
      return [dated('applied', entry.appliedOn), say('conversation:status.not-granted')]
    case 'granted':
      return [
        dated('granted', entry.grantedOn),
        ...sumTexts(entry.grantedAmount),
        say('conversation:status.not-paid'),
      ]
    case 'paid':
      return [dated('paid', entry.paidOn), ...sumTexts(entry.paidAmount)]
    case 'refused':
      return [dated('refused', entry.refusedOn), reasonText(entry.reason)]
  }
}

function dated(step: 'applied' | 'granted' | 'paid' | 'refused', day: Day | null): Text {
  return day === null
    ? say(`conversation:status.${step}.undated`)
    : say(`conversation:status.${step}`, { date: dayText(day) })
}

function sumTexts(fen: number | null): readonly Text[] {
  return fen === null ? [] : [say('conversation:status.sum', { amount: yuanOf(fen) })]
}

/** Fen as yuan: whole ones without decimals. */
function yuanOf(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}

function reasonText(reason: string | null): Text {
  if (reason === null) return say('conversation:status.no-reason')
  return /\p{Script=Han}/u.test(reason)
    ? say('conversation:status.reason.chinese', { reason })
    : say('conversation:status.reason', { reason })
}

function lateTexts(entry: LedgerEntry, today: Day): readonly Text[] {
  const days = daysLate(entry, today)
  return days === null ? [] : [say('conversation:status.late', { days })]
}
