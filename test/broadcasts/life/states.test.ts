import { describe, expect, it } from 'vitest'
import { MOVES, type State, STATES, stateAfter, type Verb } from '../../../src/broadcasts/life/states.ts'

/** Every state against every verb: where it leads, or · where it may not be done. */
const TABLE = `
            draft      submitted  scheduled  sending    paused     done       cancelled
  revise    draft      ·          ·          ·          ·          ·          ·
  submit    submitted  ·          ·          ·          ·          ·          ·
  return    ·          draft      ·          ·          ·          ·          ·
  approve   scheduled  scheduled  ·          ·          ·          ·          ·
  pause     ·          ·          paused     paused     ·          ·          ·
  resume    ·          ·          ·          ·          scheduled  ·          ·
  cancel    cancelled  cancelled  cancelled  cancelled  cancelled  ·          ·
  again     ·          ·          ·          ·          ·          scheduled  ·
  start     ·          ·          sending    ·          ·          ·          ·
  recur     ·          ·          ·          scheduled  ·          ·          ·
  finish    ·          ·          ·          done       ·          ·          ·`

const [header = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const cases = rows.flatMap(([verb = '', ...to]) =>
  header.map((from, at) => ({ from: from as State, verb: verb as Verb, to: to[at] === '·' ? null : to[at] })),
)

describe('a broadcast', () => {
  it.each(cases)('that is $from: $verb leads to $to', ({ from, verb, to }) => {
    expect(stateAfter(from, verb)).toBe(to)
  })

  it('has every state and every verb in the table above', () => {
    expect(header).toEqual(STATES)
    expect(rows.map(([verb]) => verb)).toEqual(Object.keys(MOVES))
  })

  it('once cancelled stays so, and cannot leave before somebody approved it', () => {
    const reachable = (from: State, without: Verb) => {
      const seen = new Set<State>([from])
      for (const state of seen)
        for (const [verb, moves] of Object.entries(MOVES))
          if (verb !== without && moves[state] !== undefined) seen.add(moves[state])
      return seen
    }
    expect([...reachable('cancelled', 'approve')]).toEqual(['cancelled'])
    expect(reachable('draft', 'approve')).not.toContain('sending')
  })
})
