import { describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { previewAudience } from '../../../src/audiences/preview.ts'
import { contextOf } from '../../../src/broadcasts/context.ts'
import { scaled } from '../../../src/broadcasts/estimate/scaled.ts'
import { walk } from '../../../src/broadcasts/estimate/walk.ts'
import { importFamilies } from '../families.ts'
import { AUTHOR, openScene, PLAN } from './scene.ts'

const FAMILIES = 260

describe(`what a broadcast comes to on ${PLATFORM}`, () => {
  it('is told of an audience too large to be worded whole by the households drawn of each language', async () => {
    const { services } = await openScene()
    await importFamilies(
      services,
      Array.from({ length: FAMILIES }, (_, nth) => ({ language: nth % 5 === 0 ? '藏语' : '汉语' }) as const),
    )
    const previewed = await previewAudience(services, AUTHOR, PLAN.audience)
    if (!previewed.ok) throw new Error(previewed.fault.code)
    const { preview, drawn } = previewed
    const context = await contextOf(services, PLAN, '')
    const whole = await walk(services, context, { size: preview.households, drawn: [] })
    const byDrawn = await walk(services, context, { size: 1_000_000, drawn })
    expect([whole.isWhole, byDrawn.isWhole]).toEqual([true, false])
    expect(preview.messages).toBe(FAMILIES)
    // So few that all are drawn: what they stand for is themselves.
    const languages = (walked: typeof whole) =>
      [...walked.tally.languages].map(([language, { messages, bySegments }]) => ({
        language,
        messages,
        bySegments: [...bySegments].toSorted(([one], [other]) => one - other),
      }))
    expect(new Set(languages(byDrawn))).toEqual(new Set(languages(whole)))
    // Half of them stand for all.
    const half = await walk(services, context, {
      size: 1_000_000,
      drawn: drawn.filter((_, nth) => nth % 2 === 0),
    })
    const grown = scaled(half.tally, preview)
    expect([...grown.languages.values()].reduce((sum, { messages }) => sum + messages, 0)).toBe(FAMILIES)
  })
})
