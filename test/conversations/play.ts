import { referenceIn } from '../../src/conversation/references.ts'
import { renderRest } from '../../src/conversation/render.ts'
import type { Outcome } from '../../src/conversation/turn.ts'
import type { Household } from '../../src/register/household.ts'
import type { Language } from '../../src/understanding/types.ts'
import { TODAY } from '../conversation/households.ts'
import { talkOf } from '../conversation/talk.ts'
import { wordsOf } from '../conversation/words.ts'
import type { Conversation, ConversationTurn } from './conversation.ts'
import { HOUSEHOLDS } from './families.ts'
import type { Run } from './runs.ts'
import { type Trace, traceOf } from './trace.ts'

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
  households: readonly Household[] = HOUSEHOLDS[family],
): readonly Played[] {
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
    const pages = pagesOf(outcome, language, channel)
    return { turn, said, outcome, pages, trace: traceOf(outcome, [...households, ...known], pages) }
  })
}

/** The reference that an answer tells, as it is written back. */
function referenceToldIn(words: string): string | null {
  return referenceIn(words)?.reference ?? null
}

function pagesOf(
  { replies, session }: Outcome,
  language: Language,
  channel: Run['channel'],
): readonly string[] {
  if (replies.length === 0) return []
  const pages = [wordsOf(replies)]
  for (let rest = session.rest; rest !== null; ) {
    const page = renderRest(rest, session.language ?? language, channel)
    pages.push(page.text)
    rest = page.rest
  }
  return pages
}
