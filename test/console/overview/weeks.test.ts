import { describe, expect, it } from 'vitest'
import { shadeOf } from '../../../src/console/overview/map.tsx'
import { beginOf, WEEKS } from '../../../src/console/overview/questions.ts'
import { weeksOf } from '../../../src/console/overview/weeks.tsx'

const NOW = new Date('2026-11-18T04:00:00Z')

describe('the weeks looked back', () => {
  it('are all there, also one in which nobody asked, and hold each question once', () => {
    const asked = [
      { week: 0, topic: 'loan', language: 'bo', count: 2 },
      { week: 11, topic: 'loan', language: 'zh-CN', count: 3 },
      { week: 11, topic: 'kindergarten', language: 'zh-CN', count: 4 },
    ]
    const weeks = weeksOf(asked, NOW)
    expect(weeks).toHaveLength(WEEKS)
    expect(weeks.at(0)?.counts).toEqual({ 'zh-CN': 0, bo: 2 })
    expect(weeks.at(11)?.counts).toEqual({ 'zh-CN': 7, bo: 0 })
    expect(weeks.slice(1, 11).map(({ counts }) => counts)).toEqual(Array(10).fill({ 'zh-CN': 0, bo: 0 }))
  })

  it.each(['2026-11-18T00:00:00+08:00', '2026-11-18T12:00:00+08:00', '2026-11-18T23:59:59+08:00'])(
    'end with the day that is in Asia/Shanghai, at %s',
    (now) => {
      expect(beginOf(WEEKS, new Date(now))).toEqual(new Date('2026-11-19T00:00:00+08:00'))
      expect(beginOf(WEEKS - 1, new Date(now))).toEqual(new Date('2026-11-12T00:00:00+08:00'))
      expect(weeksOf([], new Date(now)).at(-1)?.begins).toBe('2026-11-12')
    },
  )
})

describe("a prefecture's shade on the map", () => {
  it.each([
    { eligible: 0, received: 0, shade: 0 },
    { eligible: 10, received: 0, shade: 1 },
    { eligible: 10, received: 2, shade: 2 },
    { eligible: 10, received: 9, shade: 5 },
    { eligible: 10, received: 10, shade: 5 },
  ])('is $shade where $received of $eligible have received', ({ shade, ...counted }) => {
    expect(shadeOf(counted)).toBe(shade)
  })
})
