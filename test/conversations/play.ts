import { pagesOf } from '../../src/cli/recording/pages.ts'
import { type Trace, traceOf } from '../../src/cli/recording/trace.ts'
import { referenceIn } from '../../src/conversation/hearing/references.ts'
import type { Outcome } from '../../src/conversation/turn.ts'
import type { Household } from '../../src/register/household.ts'
import { TODAY } from '../conversation/households.ts'
import { talkOf } from '../conversation/talk.ts'
import { wordsOf } from '../conversation/words.ts'
import { type Conversation, type ConversationTurn, isUnwritten } from './conversation.ts'
import { HOUSEHOLDS, householdsOf } from './families.ts'
import type { Run } from './runs.ts'

export type Played = {
  readonly turn: ConversationTurn
  readonly said: string
  readonly outcome: Outcome
  /** What was sent, and what waits behind "more", a page each; none for silence. */
  readonly pages: readonly string[]
  readonly trace: Trace
}

/** Plays a conversation with no host: its session saved and read again between messages. */
export function play(
  { family, offices, today = TODAY, register, undoable, turns }: Conversation,
  { language, channel }: Run,
  households: readonly Household[] = householdsOf(family),
): readonly Played[] {
  refuseUnwritten(turns, language)
  const known = register === undefined ? [] : HOUSEHOLDS[register]
  const talk = talkOf(households, {
    channel,
    today,
    register: known,
    undoable: undoable === true,
    ...(offices && { offices }),
  })
  let reference = ''
  return turns.map((turn) => {
    const said = turn.say[language].replaceAll('{reference}', reference)
    const outcome = talk(said, turn.media === true, {
      days: turn.after ?? 0,
      olderRelease: turn.olderRelease === true,
      ...(turn.shares && { shares: HOUSEHOLDS[turn.shares] }),
    })
    reference = referenceToldIn(wordsOf(outcome.replies)) ?? reference
    const pages = pagesOf(outcome, wordsOf(outcome.replies), { language, channel })
    return { turn, said, outcome, pages, trace: traceOf(outcome, [...households, ...known], pages) }
  })
}

/** The reference that an answer tells, as it is written back. */
function referenceToldIn(words: string): string | null {
  return referenceIn(words)?.reference ?? null
}

/** A recorded conversation is played once somebody has put all of it into both languages. */
function refuseUnwritten(turns: Conversation['turns'], language: Run['language']): void {
  const at = turns.findIndex((turn) => isUnwritten(turn, language))
  if (at >= 0) throw new Error(`turn ${at + 1} is not written in ${language} yet: fill in its "say"`)
}
