import { workOut } from '../amendments/work-out.ts'
import { bringUpToDate } from '../determinations/current.ts'
import type { Fault } from '../fault.ts'
import type { Day } from '../policy/facts.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { may } from '../staff/permissions.ts'
import { type AudienceBy, audienceBy, changeFaults } from './by.ts'
import { type Audience, areaOfAudience, audienceFaults } from './audience.ts'
import { type Counts, counting } from './counting.ts'
import { countExcluded, type Excluded, excludedSums } from './excluded.ts'
import { householdsMeant } from './households-meant.ts'
import { rangesOf } from './ranges.ts'
import { describeSample, type SampleHousehold } from './sample.ts'

/** What an audience comes to today. */
export type Preview = Counts & {
  readonly day: Day
  readonly excluded: readonly Excluded[]
  /** Households of the area whose outcomes could not yet be brought up to date: they are counted as last known. */
  readonly notCurrent: number
  readonly sample: readonly SampleHousehold[]
}

export type PreviewResult =
  | {
      readonly ok: true
      readonly preview: Preview
      /** Some thousand households of each language that are reached, at random: what they come to, the audience comes to. */
      readonly drawn: readonly string[]
    }
  | { readonly ok: false; readonly fault: Fault }

/** Households determined anew at most before an area is counted. */
const MOST_REFRESHED = 10_000
/** Steps in which it is worked out whom a decision moves, before it is counted: as many households. */
const MOST_STEPS = 20

/** Counts an audience by the rules and figures of today. Faults: forbidden, invalid. */
export async function previewAudience(
  services: Pick<Services, 'store' | 'vault' | 'clock' | 'ids'>,
  actor: Actor,
  audience: Audience,
): Promise<PreviewResult> {
  if (!may(actor, 'broadcasts.read')) return { ok: false, fault: { code: 'forbidden' } }
  const fields = audienceFaults(actor, audience)
  if (fields.length > 0) return { ok: false, fault: { code: 'invalid', fields } }
  const by = await audienceBy(services, audience)
  const undecided = changeFaults(audience, by)
  if (undecided.length > 0) return { ok: false, fault: { code: 'invalid', fields: undecided } }
  const notCurrent = await broughtUpToDate(services, audience, by)
  const excluded = excludedSums()
  const counted = counting(audience)
  // Both of one part before the next: what the first read of the database is still at hand for the second.
  for await (const range of rangesOf(services.store, audience)) {
    for (const left of await countExcluded(services, audience, by.day, range)) excluded.add(left)
    for (const household of await householdsMeant(services, audience, by.day, range)) counted.add(household)
  }
  const { counts, otherLanguage, taken, drawn } = counted.result()
  const sample = await describeSample(services, actor, taken, audience, by)
  const preview = {
    day: by.day,
    ...counts,
    excluded: [...excluded.all(), ...otherLanguage],
    notCurrent,
    sample,
  }
  return { ok: true, preview, drawn: drawn.map(({ householdId }) => householdId) }
}

// By what is kept an audience is counted: of outcomes, or of whom a decision moves.
async function broughtUpToDate(
  services: Pick<Services, 'store' | 'clock' | 'ids'>,
  audience: Audience,
  by: AudienceBy,
): Promise<number> {
  if (by.decided === undefined) return bringUpToDate(services, areaOfAudience(audience), by, MOST_REFRESHED)
  const { total, households } = await workOut(services, by.decided.proposal, { steps: MOST_STEPS })
  return Math.max(0, total - households)
}
