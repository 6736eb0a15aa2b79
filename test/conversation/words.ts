import type { Spoken } from '../../src/conversation/turn.ts'

/** All that was said, as one text, with the choices that are shown as buttons. */
export function wordsOf(replies: readonly Spoken[]): string {
  return answersIn(replies)
    .map(({ text, taps = [] }) => [text, ...taps.filter(isChoice).map(({ label }) => label)].join('\n'))
    .join('\n')
}

/** What was answered, less what stands beside it: a button for one's telephone, a picture. */
export function answersIn(replies: readonly Spoken[]): readonly Spoken[] {
  return replies.filter(({ contactButton, picture }) => contactButton === undefined && picture === undefined)
}

function isChoice({ label }: { readonly label: string }): boolean {
  return /^\d/.test(label)
}
