import { expect, it } from 'vitest'
import { keeping } from '../../../src/register/importing/members.ts'
import type { ReadMember } from '../../../src/register/row.ts'

const member = (line: number): ReadMember => ({
  ok: true,
  member: {
    line,
    cells: [],
    householdNumber: 'H1',
    personNumber: `P${line}`,
    name: '张小雨',
    county: '621223',
    idNumber: null,
  },
})

async function* pieces(...sizes: readonly number[]) {
  let line = 0
  for (const size of sizes) yield Array.from({ length: size }, () => member(++line))
}

it.each([
  { sizes: [3, 2], most: 5, isKept: true },
  { sizes: [3, 3], most: 5, isKept: false },
  { sizes: [6, 1, 1], most: 5, isKept: false },
  { sizes: [], most: 5, isKept: true },
])(
  'of $sizes rows with room for $most all pass, and all or none are kept',
  async ({ sizes, most, isKept }) => {
    const { members, kept } = keeping(pieces(...sizes), most)
    const passed: (readonly ReadMember[])[] = []
    for await (const piece of members) passed.push(piece)
    expect(passed.map((piece) => piece.length)).toEqual(sizes)
    expect(kept()).toEqual(isKept ? passed : null)
  },
)
