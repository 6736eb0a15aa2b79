import { describe, expect, it } from 'vitest'
import { ATTACKS, attack, attacked } from './attack.ts'
import { mannWhitney } from './mann-whitney.ts'

describe('linking attacked with 10,000 guesses', () => {
  it.each(Object.entries(ATTACKS))(
    'by %s gives one answer and no link, though all but the first guesses are right',
    async (_, guessOf) => {
      const { answers, links } = await attack(await attacked(), guessOf, 10_000 / 4)
      expect([...answers]).toEqual([expect.stringContaining('没有对上')])
      expect(links).toBe(0)
    },
  )

  it('would be told from one that learns: the first right guess links', async () => {
    const { answers, links } = await attack(
      await attacked(),
      (at) => ATTACKS['one contact at one household'](at + 9),
      1,
    )
    expect(links).toBe(1)
    expect([...answers][0]).toContain('核对好了')
  })
})

describe('the Mann–Whitney test', () => {
  it('finds no difference where there is none, and one where there is', () => {
    const even = Array.from({ length: 400 }, (_, at) => (at * 7919) % 400)
    expect(mannWhitney(even, even.toReversed())).toMatchObject({ z: 0, auc: 0.5 })
    expect(mannWhitney(even, even).p).toBeCloseTo(1, 6)
    const { auc, p, u } = mannWhitney(
      even.map((value) => value + 40),
      even,
    )
    expect(auc).toBeGreaterThan(0.55)
    expect(p).toBeLessThan(0.001)
    expect(u).toBe(auc * 400 * 400)
  })

  it('counts ties half', () => {
    expect(mannWhitney([1, 2, 2, 3], [2, 2])).toMatchObject({ u: 4, auc: 0.5 })
  })
})
