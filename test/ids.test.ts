import { describe, expect, it } from 'vitest'
import { createIds, idBefore } from '../src/ids.ts'

describe('identifiers', () => {
  it('are 26 letters, each another, in the order of their time', () => {
    let now = Date.parse('2026-11-18T04:00:00Z')
    const ids = createIds(() => new Date(now++))
    const made = Array.from({ length: 1000 }, ids)
    expect(made.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true)
    expect(new Set(made).size).toBe(1000)
    expect(made.toSorted()).toEqual(made)
  })

  it('can be asked for those of the last minute', () => {
    const at = (seconds: number) => createIds(() => new Date(seconds * 1000))()
    const since = idBefore(at(100), 60_000)
    expect(at(39) < since).toBe(true)
    expect(at(40) > since).toBe(true)
  })
})
