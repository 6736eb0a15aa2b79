import type { Spoken } from '../../src/conversation/turn.ts'

/** All that was said, as one text. */
export function wordsOf(replies: readonly Spoken[]): string {
  return replies.map(({ text }) => text).join('\n')
}
