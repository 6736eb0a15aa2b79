import { approveBroadcast } from './approve.ts'
import { cancelBroadcast, pauseBroadcast, resumeBroadcast, sendAgain } from './control.ts'
import { returnBroadcast, submitBroadcast } from './submit.ts'

/** What staff do with a broadcast by its id alone, by the names that every transport calls it. */
export const VERBS = {
  submit: submitBroadcast,
  return: returnBroadcast,
  approve: approveBroadcast,
  pause: pauseBroadcast,
  resume: resumeBroadcast,
  cancel: cancelBroadcast,
  again: sendAgain,
} as const
