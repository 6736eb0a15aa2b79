import type { Channel } from '../../conversation/turn.ts'

/** What an officer is told of a message that failed: each has its words, and what to do, in the locales. */
export const FAILURE_KINDS = [
  'unreachable',
  'no-such-number',
  'not-mobile',
  'blocked',
  'filtered',
  'stopped',
  'region',
  'too-long',
  'account',
  'not-taken',
  'carrier',
  'chat-blocked',
  'chat-gone',
  'unreadable',
  'unknown',
] as const
export type FailureKind = (typeof FAILURE_KINDS)[number]

type Codes = Readonly<Record<string, FailureKind>>

/** Twilio's codes. Source: https://www.twilio.com/docs/api/errors */
const OF_SMS: Codes = {
  21211: 'no-such-number',
  21217: 'no-such-number',
  21408: 'region',
  21610: 'stopped',
  21611: 'not-taken',
  21612: 'region',
  21614: 'not-mobile',
  21617: 'too-long',
  21635: 'not-mobile',
  30001: 'not-taken',
  30002: 'account',
  30003: 'unreachable',
  30004: 'blocked',
  30005: 'no-such-number',
  30006: 'not-mobile',
  30007: 'filtered',
  30008: 'carrier',
  30410: 'carrier',
  30500: 'carrier',
}

/** Our names for what Telegram says, and its Bot API's statuses. Source: https://core.telegram.org/api/errors */
const OF_TELEGRAM: Codes = {
  403: 'chat-blocked',
  429: 'not-taken',
  blocked: 'chat-blocked',
  deactivated: 'chat-gone',
  'chat-not-found': 'chat-gone',
}

/** What the outbox itself says of a message on either channel. */
const OF_OUTBOX: Codes = { 'never-taken': 'not-taken', unreadable: 'unreadable' }

const BY_CODE = {
  sms: new Map(Object.entries({ ...OF_OUTBOX, ...OF_SMS })),
  telegram: new Map(Object.entries({ ...OF_OUTBOX, ...OF_TELEGRAM })),
}

/** What a failed message's code means; `unknown` of one that stands nowhere here. */
export function failureKind(channel: Channel | null, code: string | null): FailureKind {
  return BY_CODE[channel ?? 'sms'].get(code ?? '') ?? 'unknown'
}
