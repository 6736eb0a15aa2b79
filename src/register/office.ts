import type { Day } from '../policy/facts.ts'
import type { ProgrammeId } from '../policy/programmes/index.ts'

/** What a county's office entered of how to apply, in force on a day. What it did not enter is null and never made up. */
export type Office = {
  readonly county: string
  /** Null where it stands for all programmes, in whatever they have no entry of their own that says it. */
  readonly programme: ProgrammeId | null
  readonly opensOn: Day | null
  readonly closesOn: Day | null
  readonly papers: Localised | null
  readonly place: Localised | null
  readonly telephone: string | null
  readonly validFrom: Day
}

/** The office's words in Chinese, and in Tibetan where it gave them. */
export type Localised = { readonly 'zh-CN': string; readonly bo: string | null }

/** By county code, every entry whatever its day. */
export type Offices = ReadonlyMap<string, readonly Office[]>
