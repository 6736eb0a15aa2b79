import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  emptySession,
  readSession,
  SESSION_FORM,
  SESSION_SHAPE,
  sessionSchema,
} from '../../../src/conversation/session/session.ts'
import { fc } from '../../property.ts'

describe('a stored session', () => {
  it('is read back as it was', () => {
    const session = { ...emptySession(), language: 'bo' as const, topic: 'loan' as const, rest: '后面的话' }
    expect(readSession(JSON.parse(JSON.stringify(session)))).toEqual(session)
  })

  it('is read unchecked only where it was written by the same schema, whose sign changes with it', () => {
    const form = JSON.stringify(z.toJSONSchema(sessionSchema, { io: 'input' }))
    expect(createHash('sha256').update(form).digest('hex').slice(0, 8)).toBe(SESSION_FORM)
  })

  it('of the same shape and another form is checked: what this release does not know is left out', () => {
    const session = { ...emptySession(), language: 'bo' as const, topic: 'loan' as const }
    expect(readSession({ ...session, form: 'another', mood: 'gone' })).toEqual(session)
    expect(readSession({ ...session, form: 'another', asking: { kind: 'riddle' } })).toEqual(session)
    expect(readSession({ ...session, form: 'another', topic: 'moon' })).toEqual({
      ...emptySession(),
      language: 'bo',
    })
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
