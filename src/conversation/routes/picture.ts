import type { Outcome } from '../../policy/determination.ts'
import type { Stage } from '../../policy/facts.ts'
import type { Language } from '../../understanding/types.ts'
import type { RouteProgramme } from './table.ts'

/** What a picture of ways shows: nothing of whose they are. It is drawn of this once it leaves. */
export type RoutePicture = {
  readonly language: Language
  readonly stage: Stage
  readonly ways: readonly PicturedWay[]
}

/** A way with its figures of the day; null where the plan does not offer it on that day. */
export type PicturedWay = {
  readonly programme: RouteProgramme
  readonly outcome: Outcome
  readonly figures: Readonly<Record<string, number>> | null
}
