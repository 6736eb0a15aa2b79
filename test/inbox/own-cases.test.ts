import { describe, expect, it } from 'vitest'
import { readOwnCases } from '../../src/inbox/own-cases.ts'

const row = (id: string, state: 'open' | 'closed') => ({
  id,
  reference: id,
  kind: 'late',
  state,
  outcome: state === 'open' ? null : 'paid',
  openedOn: '2026-11-20',
})

const references = (rows: readonly object[]) =>
  readOwnCases(JSON.stringify(rows)).map(({ reference }) => reference)

describe('the cases that a turn knows of', () => {
  it('are the open ones first, then the latest, in whatever order they were read', () => {
    const rows = [row('A1', 'closed'), row('C3', 'open'), row('D4', 'closed'), row('B2', 'open')]
    expect(references(rows)).toEqual(['C3', 'B2', 'D4', 'A1'])
    expect(references(rows.toReversed())).toEqual(['C3', 'B2', 'D4', 'A1'])
  })

  it('are twelve at most, and an old one that is open is among them', () => {
    const closed = Array.from({ length: 30 }, (_, at) => row(`B${10 + at}`, 'closed'))
    const told = references([...closed, row('A0', 'open')])
    expect(told).toHaveLength(12)
    expect(told.slice(0, 2)).toEqual(['A0', 'B39'])
  })

  it('are known as a family may know them', () => {
    const own = { reference: 'A1', kind: 'late', state: 'open', openedOn: '2026-11-20', outcome: null }
    expect(readOwnCases(JSON.stringify([row('A1', 'open')]))).toEqual([own])
  })
})
