import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptySession, readSession, SESSION_SHAPE } from '../../../src/conversation/session/session.ts'

describe('a stored session', () => {
  it('is read back as it was', () => {
    const session = { ...emptySession(), language: 'bo' as const, topic: 'loan' as const, rest: '后面的话' }
    expect(readSession(JSON.parse(JSON.stringify(session)))).toEqual(session)
  })

  it('of another shape begins anew, and keeps the language', () => {
    expect(readSession({ shape: SESSION_SHAPE + 1, language: 'bo', mood: 'gone' })).toEqual({
      ...emptySession(),
      language: 'bo',
    })
    expect(readSession({ shape: 0 })).toEqual(emptySession())
  })

  it('that is no session at all is an empty one, never an error', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => readSession(json).shape === SESSION_SHAPE))
    expect(readSession(undefined)).toEqual(emptySession())
  })
})
