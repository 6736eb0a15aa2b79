import { describe, expect, it } from 'vitest'
import { type Order, orderAfter, orderIn, orderText } from '../../src/console/order.ts'

const COLUMNS = ['opened', 'due'] as const

describe('the order in an address', () => {
  it.each(['due', '-due', 'opened', '-opened'])('%s is read as it is written', (text) => {
    const order = orderIn(COLUMNS, text)
    expect(order === null ? null : orderText(order)).toBe(text)
  })

  it.each([undefined, '', '-', '--due', 'due ', 'DUE', 'id', 'due desc', 'constructor'])(
    'of no column of the table is none: %j',
    (text) => {
      expect(orderIn(COLUMNS, text)).toBeNull()
    },
  )
})

describe("a click on a column's head", () => {
  const up: Order<'opened' | 'due'> = { column: 'due', isDescending: false }
  const down = { ...up, isDescending: true }

  it.each([
    { told: 'asks for its first order where nothing is sorted', present: null, to: up },
    { told: 'turns that round', present: up, to: down },
    { told: 'turns it back', present: down, to: up },
    {
      told: 'leaves another column for its own',
      present: { ...down, column: 'opened' as const },
      to: up,
    },
  ])('$told', ({ present, to }) => {
    expect(orderAfter(present, up)).toEqual(to)
  })
})
