import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { BO } from '../../src/understanding/lexicon/bo.ts'
import { EN } from '../../src/understanding/lexicon/en.ts'
import { ZH } from '../../src/understanding/lexicon/zh.ts'
import { INTENTS, STAGES, TOPICS } from '../../src/understanding/types.ts'

const words = z.array(z.string().min(1))
const value = z.enum(['zh-CN', 'bo']).optional()
const said = z.strictObject({
  finalYear: z.boolean().optional(),
  schoolPlace: z.enum(['home-county', 'in-province', 'out-of-province']).optional(),
  completed: z.enum(['none', 'primary', 'junior', 'senior', 'secondary-vocational', 'higher']).optional(),
  occupation: z.enum(['village-doctor', 'rural-teacher', 'retired-teacher', 'other']).optional(),
  rural: z.boolean().optional(),
  registered: z.boolean().optional(),
  age: z.int().optional(),
  person: z
    .strictObject({
      relation: z.enum(['son', 'daughter', 'child', 'self']).optional(),
      ordinal: z.int().optional(),
    })
    .optional(),
  childrenCount: z.int().optional(),
  followUp: z.literal(true).optional(),
  moreWanted: z.literal(true).optional(),
  correction: z.literal(true).optional(),
  restart: z.literal(true).optional(),
  dontKnow: z.literal(true).optional(),
})
const lexicon = z.strictObject({
  keywords: z.array(z.strictObject({ intent: z.enum(INTENTS), value, words })),
  synonyms: z.record(z.string(), words),
  concepts: z.record(z.string().regex(/^[a-z-]+$/), words),
  topics: z.record(z.enum(TOPICS), words),
  stages: z.array(
    z.strictObject({
      stage: z.enum(STAGES),
      finalYear: z.boolean().optional(),
      weak: z.boolean().optional(),
      words,
    }),
  ),
  rules: z.array(
    z.strictObject({
      intent: z.enum(INTENTS),
      value,
      all: words,
      none: words.optional(),
      confidence: z.number().min(0).max(1),
    }),
  ),
  said: z.array(z.strictObject({ said, words })),
  answers: z.strictObject({ yes: words, no: words, dontKnow: words }),
})

describe.each([
  ['zh', ZH],
  ['bo', BO],
  ['en', EN],
] as const)('the %s lexicon', (_name, content) => {
  it('keeps to its format', () => {
    expect(() => lexicon.parse(content)).not.toThrow()
  })

  it('builds its rules of concepts that exist', () => {
    const known = new Set([
      ...Object.keys(content.concepts),
      'topic',
      'stage',
      ...TOPICS.map((topic) => `topic:${topic}`),
      ...STAGES.map((stage) => `stage:${stage}`),
    ])
    expect(
      content.rules.flatMap(({ all, none = [] }) => [...all, ...none]).filter((name) => !known.has(name)),
    ).toEqual([])
  })
})
