import { booksAround, dayOfEffect } from '../amendments/around.ts'
import { findProposal } from '../amendments/find.ts'
import type { Compared } from '../amendments/moved.ts'
import type { Proposal } from '../amendments/proposal.ts'
import type { By } from '../determinations/refresh.ts'
import { byToday } from '../determinations/today.ts'
import type { FieldFault } from '../fault.ts'
import type { Move } from '../policy/moves.ts'
import type { Services } from '../services.ts'
import type { Audience } from './audience.ts'

/** What an audience is looked at by: today and the book in force; of a decision also the books without it and with it. */
export type AudienceBy = By & {
  /** Absent where the audience asks of no decision, or of one that is not approved: then it moves nobody. */
  readonly decided?: { readonly proposal: Proposal; readonly compared: Compared }
}

/** The day, the rules, and the decision of an audience as they stand. */
export async function audienceBy(
  services: Pick<Services, 'store' | 'clock'>,
  { change }: Pick<Audience, 'change'>,
): Promise<AudienceBy> {
  const by = await byToday(services)
  if (change == null) return by
  const proposal = await findProposal(services.store, change.proposal)
  if (proposal?.state !== 'approved') return by
  const { before, after } = await booksAround(services.store, proposal)
  return { ...by, decided: { proposal, compared: { before, after, day: dayOfEffect(proposal, by.day) } } }
}

/** What is wrong with the decision that an audience asks of. */
export function changeFaults(
  { change }: Pick<Audience, 'change'>,
  { decided }: AudienceBy,
): readonly FieldFault[] {
  if (change == null || decided !== undefined) return []
  return [
    {
      path: 'change.proposal',
      problem: 'must be a decision that is approved',
      told: { code: 'not-approved' },
    },
  ]
}

/** The rules and the day that a message tells of: a decision's own, where it is about one. */
export function toldBy({ decided, day, book }: AudienceBy): By {
  return decided === undefined ? { day, book } : { day: decided.compared.day, book: decided.compared.after }
}

/** Whether some of a person's moves are what an audience asks of its decision. */
export function answersChange({ change, programme }: Audience, moves: readonly Move[]): boolean {
  return moves.some(
    (move) => move.effect === change?.effect && (programme == null || move.programme === programme),
  )
}
