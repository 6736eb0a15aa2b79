import type { Language } from '../understanding/types.ts'

/** How a piece is drawn, in the picture's pixels. */
export type Style = {
  readonly size: number
  readonly weight: number
  /** From one line's foot to the next one's. */
  readonly leading: number
}

export type Role = 'title' | 'name' | 'state' | 'words'

/** Tibetan stacks need more size and more room between lines to be as legible as hanzi. */
export const STYLES: Readonly<Record<Language, Readonly<Record<Role, Style>>>> = {
  'zh-CN': {
    title: { size: 38, weight: 600, leading: 52 },
    name: { size: 31, weight: 600, leading: 43 },
    state: { size: 28, weight: 600, leading: 38 },
    words: { size: 28, weight: 400, leading: 38 },
  },
  bo: {
    title: { size: 38, weight: 700, leading: 64 },
    name: { size: 30, weight: 700, leading: 52 },
    state: { size: 28, weight: 700, leading: 46 },
    words: { size: 28, weight: 500, leading: 46 },
  },
}

/** The signs that tell by their shape how a way stands, and where the ways begin. */
export type Mark = 'eligible' | 'ineligible' | 'unknown' | 'start'

/** How wide and high a mark is. */
export const MARK_SIZE = 40
