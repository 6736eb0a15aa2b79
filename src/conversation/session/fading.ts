import type { Day } from '../../policy/facts.ts'
import { schoolYearOf } from '../../policy/school-year.ts'
import { daysFrom } from '../reckoning/days.ts'
import { emptySession, type Session } from './session.ts'

/**
 * A talk as it may still be gone on with today. What was spoken of and asked is carried over a day or so; what a family
 * told lasts the school year, as children's schools do. A case's question goes on waiting: the office waits for it too.
 */
export function asOfToday(session: Session, today: Day): Session {
  const { usedOn, language, household, asking, waiting } = session
  if (usedOn === null || usedOn === today || daysFrom(usedOn, today) <= CARRIED_DAYS) return session
  const ofCases = [asking, waiting].find((one) => one?.kind === 'case') ?? null
  const { told, children, child, otherwise } = session
  const isSameYear = schoolYearOf(usedOn) === schoolYearOf(today)
  return {
    ...emptySession(),
    language,
    household,
    asking: ofCases,
    ...(isSameYear ? { told, children, child, otherwise } : {}),
  }
}

const CARRIED_DAYS = 2
