/** What a code of Twilio's error and warning dictionary means for a message. Source: https://www.twilio.com/docs/api/errors */
export type Meaning =
  /** The number has said STOP at the provider. */
  | 'stopped'
  /** Our account or sender is not right: no message would be taken until that is put right. */
  | 'account'
  /** Nothing more is taken for a while: too many requests, or a full queue. */
  | 'busy'
  /** Trying again would end the same: a number that is none, cannot be reached by SMS or not from here, a text refused. */
  | 'permanent'

const OPTED_OUT = 21610
/** 20429, 14107, 63017, 63018: requests or messages a second; 21611, 30001: the sender's queue; 63038: a day's limit. */
const BUSY: ReadonlySet<number> = new Set([14107, 20429, 21611, 30001, 63017, 63018, 63038])
const ACCOUNT: ReadonlySet<number> = new Set([
  // Credentials, and accounts that are not active, suspended or closed.
  10001, 20003, 20005, 20006, 20008, 20404, 21472, 30002, 90010,
  // The sender: none given, not ours, not able to send SMS.
  14102, 14108, 21212, 21601, 21603, 21606, 21659, 21660, 21661,
  // The messaging service: not there, not valid, without a sender.
  21701, 21703, 21704, 21705,
])

/** Every code that is none of the others' is final for its message: 21211, 21408, 21614, 21635, 30003 to 30008 and kin. */
export function meaningOf(code: number): Meaning {
  if (code === OPTED_OUT) return 'stopped'
  if (BUSY.has(code)) return 'busy'
  return ACCOUNT.has(code) ? 'account' : 'permanent'
}
