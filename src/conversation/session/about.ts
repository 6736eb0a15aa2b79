import type { Intent } from '../../understanding/types.ts'
import type { Session } from './session.ts'

/** What a message that goes on with the talk is for, by what the last answer was about. */
export const CONTINUED: Readonly<Record<NonNullable<Session['about']>, Intent>> = {
  programme: 'ask-programme',
  benefits: 'ask-benefits',
  routes: 'ask-routes',
  how: 'ask-how',
  status: 'ask-status',
}
