import type { Language } from '../../i18n/texts.ts'
import type { LabelGiven } from '../../labelling/label-sentence.ts'

/** How far a sentence has come, as the list may be narrowed to it. */
export const STATES = ['open', 'labelled', 'all'] as const

/** Which sentences a page shows; `after` is where it begins. */
export type Filter = {
  readonly state: (typeof STATES)[number]
  readonly language: Language | null
  readonly after: string | null
}

/** A label as a form gave it. */
export type Given = LabelGiven & { readonly id: string }
