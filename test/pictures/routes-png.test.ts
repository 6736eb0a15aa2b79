import { decode, type DecodedPng } from 'fast-png'
import { describe, expect, it } from 'vitest'
import type { RoutePicture } from '../../src/conversation/routes/picture.ts'
import { ROUTES } from '../../src/conversation/routes/table.ts'
import { LANGUAGES } from '../../src/i18n/texts.ts'
import { OUTCOMES } from '../../src/policy/determination.ts'
import type { Stage } from '../../src/policy/facts.ts'
import { neededPieces } from '../../src/pictures/drawing/needed.ts'
import drawn from '../../src/pictures/drawn.generated.json' with { type: 'json' }
import { routesPng } from '../../src/pictures/routes-png.ts'

const STAGES = [
  'junior',
  'senior',
  'secondary-vocational',
  'not-in-school',
] as const satisfies readonly Stage[]

/** Every stage in every language: all open, all closed, none known, and each in turn. */
const PICTURES = LANGUAGES.flatMap((language) =>
  STAGES.flatMap((stage) =>
    [...OUTCOMES, 'each in turn' as const].map((outcome) => ({
      language,
      stage,
      outcome,
      picture: pictureOf(language, stage, (at) =>
        outcome === 'each in turn' ? (OUTCOMES[at % OUTCOMES.length] ?? 'unknown') : outcome,
      ),
    })),
  ),
)

function pictureOf(
  language: RoutePicture['language'],
  stage: Stage,
  outcomeAt: (at: number) => RoutePicture['ways'][number]['outcome'],
): RoutePicture {
  const figures = { amount: 2000, years: 3, places: 450, upTo: 8000 }
  const ways = (ROUTES[stage] ?? []).map(({ programme }, at) => ({
    programme,
    outcome: outcomeAt(at),
    figures,
  }))
  return { language, stage, ways }
}

async function pngOf(picture: RoutePicture): Promise<{ bytes: Uint8Array; png: DecodedPng }> {
  const bytes = await routesPng(picture)
  if (bytes === null) throw new Error('a piece is missing: npm run routes:draw')
  return { bytes, png: decode(bytes, { checkCrc: true }) }
}

/** Where there is ink at all, whatever its colour. */
function inkOf({ data, palette = [] }: DecodedPng): readonly boolean[] {
  const paper = JSON.stringify(palette[0])
  return Array.from(data, (place) => JSON.stringify(palette[Number(place)]) !== paper)
}

describe('what pictures are made of', () => {
  it('is drawn of just the words that they may show: if not, npm run routes:draw', () => {
    expect(Object.keys(drawn)).toEqual(neededPieces().map(({ key }) => key))
  })
})

describe('a picture of routes', () => {
  it.each(PICTURES)(
    'from $stage, $outcome, in $language is a PNG as Telegram takes it',
    async ({ picture }) => {
      const { bytes, png } = await pngOf(picture)
      expect(png.width).toBe(720)
      // The largest that Telegram keeps of a photo without making it smaller: https://core.telegram.org/api/files
      expect(png.height).toBeLessThanOrEqual(2560)
      expect(png.data.length).toBe(png.width * png.height)
      expect(bytes.length).toBeLessThan(300_000)
    },
  )

  it.each(LANGUAGES)(
    'tells open, closed and unknown by shapes and words, not by colour alone, in %s',
    async (language) => {
      const inks = await Promise.all(
        OUTCOMES.map(async (outcome) =>
          inkOf((await pngOf(pictureOf(language, 'junior', () => outcome))).png).join(),
        ),
      )
      expect(new Set(inks).size).toBe(OUTCOMES.length)
      const marks = OUTCOMES.map((outcome) => drawn[`mark ${outcome}`].ink)
      expect(new Set(marks).size).toBe(OUTCOMES.length)
    },
  )

  it.each(LANGUAGES)('keeps its edges free of ink in %s', async (language) => {
    const { png } = await pngOf(pictureOf(language, 'senior', () => 'eligible'))
    const ink = inkOf(png)
    const isEdge = (at: number) => {
      const [x, y] = [at % png.width, Math.floor(at / png.width)]
      return Math.min(x, y, png.width - 1 - x, png.height - 1 - y) < 16
    }
    expect(ink.filter((has, at) => has && isEdge(at))).toEqual([])
  })

  it('shows the figures of its day', async () => {
    const ways = (amount: number) => [
      { programme: 'secondary-vocational-grant', outcome: 'eligible', figures: { amount } } as const,
    ]
    const [one, other] = await Promise.all(
      [2000, 2300].map((amount) => routesPng({ language: 'bo', stage: 'junior', ways: ways(amount) })),
    )
    expect(one).not.toEqual(other)
  })

  it('is none where the plan’s words hold a sign that was never drawn', async () => {
    const ways = [
      { programme: 'secondary-vocational-grant', outcome: 'eligible', figures: { amount: -0.5 } } as const,
    ]
    expect(await routesPng({ language: 'zh-CN', stage: 'junior', ways })).toBeNull()
  })

  it('of a way that the plan does not offer that day tells its name and standing alone', async () => {
    const ways = [{ programme: 'secondary-vocational-grant', outcome: 'ineligible', figures: null } as const]
    expect((await pngOf({ language: 'zh-CN', stage: 'junior', ways })).png.height).toBeLessThan(400)
  })
})
