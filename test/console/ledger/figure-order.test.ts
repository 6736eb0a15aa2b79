import { describe, expect, it } from 'vitest'
import { type FigureOrder, inFigureOrder } from '../../../src/console/ledger/figure-order.ts'

const gap = (eligible: number | null, received: number) => ({ eligible, told: 0, applied: 0, received })

const ROWS = [
  { place: 'a', gap: gap(5, 1) },
  { place: 'b', gap: gap(9, 9) },
  { place: 'c', gap: gap(null, 3) },
  { place: 'd', gap: gap(5, 4) },
]

describe('the order of figures', () => {
  it.each<{ told: string; order: FigureOrder | null; places: string }>([
    { told: 'is that of the rows where none is asked for', order: null, places: 'abcd' },
    {
      told: 'has the most first, equal ones as they stood, the unknown last',
      order: { column: 'eligible', isDescending: true },
      places: 'badc',
    },
    {
      told: 'has the least first, the unknown still last',
      order: { column: 'eligible', isDescending: false },
      places: 'adbc',
    },
    {
      told: 'reckons who is missing from both figures',
      order: { column: 'missing', isDescending: true },
      places: 'adbc',
    },
    {
      told: 'goes by what was received',
      order: { column: 'received', isDescending: false },
      places: 'acdb',
    },
  ])('$told', ({ order, places }) => {
    expect(
      inFigureOrder(ROWS, order)
        .map(({ place }) => place)
        .join(''),
    ).toBe(places)
  })
})
