/** How far a broadcast has come. Between two of its runs it is `scheduled` again. */
export const STATES = ['draft', 'submitted', 'scheduled', 'sending', 'paused', 'done', 'cancelled'] as const
export type State = (typeof STATES)[number]

/** What moves a broadcast: what staff do, and what the passing of time does (`start`, `recur`, `finish`). */
export type Verb =
  | 'revise'
  | 'submit'
  | 'return'
  | 'approve'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'again'
  | 'start'
  | 'recur'
  | 'finish'

/** Where a verb leads from each state that it may be done in. What is paused is resumed as scheduled, and goes on where it was. */
export const MOVES: Readonly<Record<Verb, Readonly<Partial<Record<State, State>>>>> = {
  revise: { draft: 'draft' },
  submit: { draft: 'submitted' },
  return: { submitted: 'draft' },
  approve: { draft: 'scheduled', submitted: 'scheduled' },
  pause: { scheduled: 'paused', sending: 'paused' },
  resume: { paused: 'scheduled' },
  cancel: {
    draft: 'cancelled',
    submitted: 'cancelled',
    scheduled: 'cancelled',
    sending: 'cancelled',
    paused: 'cancelled',
  },
  again: { done: 'scheduled' },
  start: { scheduled: 'sending' },
  recur: { sending: 'scheduled' },
  finish: { sending: 'done' },
}

/** The state that a verb leads to; null where it may not be done. */
export function stateAfter(state: State, verb: Verb): State | null {
  return MOVES[verb][state] ?? null
}
