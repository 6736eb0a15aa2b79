import { describe, expect, it } from 'vitest'
import { failureKind } from '../../../src/console/broadcasts/failure-kinds.ts'

describe('what a failed message is said to be', () => {
  it.each([
    ['sms', '30003', 'unreachable'],
    ['sms', '21211', 'no-such-number'],
    ['sms', '30006', 'not-mobile'],
    ['sms', '21610', 'stopped'],
    ['sms', 'never-taken', 'not-taken'],
    ['telegram', 'blocked', 'chat-blocked'],
    ['telegram', '403', 'chat-blocked'],
    ['telegram', 'unreadable', 'unreadable'],
  ] as const)('is read from the code that the channel %s gave: %s', (channel, code, kind) => {
    expect(failureKind(channel, code)).toBe(kind)
  })

  it.each([
    ['sms', '403'],
    ['sms', 'blocked'],
    ['telegram', '30003'],
    ['sms', '99999'],
    ['sms', 'constructor'],
    ['sms', null],
    [null, '30003x'],
  ] as const)('is unknown where the channel %s gives no code of its own: %s', (channel, code) => {
    expect(failureKind(channel, code)).toBe('unknown')
  })
})
