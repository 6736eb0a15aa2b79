import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import stored from '../../../locales/review.json' with { type: 'json' }
import { templatesIn } from '../texts.ts'

/** Who read a Tibetan text beside its Chinese, and on what day; `of` tells which wording of both was read. */
export type Review = { readonly by: string; readonly on: string; readonly of: string }
export type Reviews = Readonly<Record<string, Review>>

/** How much of the Tibetan has been read by somebody who speaks it. */
export type ReviewCounts = { readonly texts: number; readonly reviewed: number }

const schema = z.record(z.string(), z.object({ by: z.string().min(1), on: z.iso.date(), of: z.string() }))

/** The reviews kept in `locales/review.json`. */
export const REVIEWS: Reviews = schema.parse(stored)

/** The review of a text as it stands now; null where it was never read, or was changed since, in either language. */
export function reviewOf(key: string, zh: string, bo: string, reviews: Reviews): Review | null {
  const review = reviews[key]
  return review !== undefined && review.of === wordingOf(zh, bo) ? review : null
}

/** A short mark of a text's wording in both languages. */
export function wordingOf(zh: string, bo: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${zh}\n${bo}`))).slice(0, 12)
}

/** Counts the texts, and those whose present wording was reviewed. */
export function countReviewed(reviews: Reviews): ReviewCounts {
  const zh = templatesIn('zh-CN')
  const bo = [...templatesIn('bo')]
  const reviewed = bo.filter(([key, text]) => reviewOf(key, zh.get(key) ?? '', text, reviews) !== null)
  return { texts: bo.length, reviewed: reviewed.length }
}
