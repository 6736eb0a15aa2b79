import { describe, expect, it } from 'vitest'
import { EACH, readSamplePlan } from '../../src/inspection/sample-plan.ts'
import { PROVINCE } from '../../src/staff/area.ts'

const TODAY = '2026-10-15'

describe('a plan of a sample', () => {
  it('is of the province, for today and two, one and one, where nothing else is said', () => {
    expect(readSamplePlan({ seed: ' 2026 下半年 ' }, TODAY)).toEqual({
      ok: true,
      plan: { area: PROVINCE, seed: '2026 下半年', day: TODAY, each: EACH },
    })
  })

  it('takes what is said', () => {
    const said = {
      area: '621223',
      township: '城关镇',
      seed: 's',
      day: '2025-03-01',
      eligible: '7',
      ineligible: '0',
    }
    expect(readSamplePlan(said, TODAY)).toEqual({
      ok: true,
      plan: {
        area: { code: '621223', township: '城关镇' },
        seed: 's',
        day: '2025-03-01',
        each: { eligible: 7, unknown: 1, ineligible: 0 },
      },
    })
  })

  it.each([
    { said: {}, path: 'seed' },
    { said: { seed: '  ' }, path: 'seed' },
    { said: { seed: 's'.repeat(201) }, path: 'seed' },
    { said: { seed: 's', area: '11' }, path: 'area' },
    { said: { seed: 's', area: '62', township: '城关镇' }, path: 'area' },
    { said: { seed: 's', day: '2026-02-30' }, path: 'day' },
    { said: { seed: 's', day: 'soon' }, path: 'day' },
    { said: { seed: 's', eligible: '101' }, path: 'eligible' },
    { said: { seed: 's', unknown: '-1' }, path: 'unknown' },
    { said: { seed: 's', ineligible: '1.5' }, path: 'ineligible' },
  ])('is refused for its $path: $said', ({ said, path }) => {
    const read = readSamplePlan(said, TODAY)
    expect(read.ok ? [] : read.fault.fields?.map((field) => field.path)).toEqual([path])
  })
})
