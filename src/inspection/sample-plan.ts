import type { Fault, FieldFault } from '../fault.ts'
import { OUTCOMES, type Outcome } from '../policy/determination.ts'
import type { Day } from '../policy/facts.ts'
import { type Area, areaOf, PROVINCE } from '../staff/area.ts'

/** What is to be drawn: the same plan over the same register draws the same persons. */
export type SamplePlan = {
  readonly area: Area
  /** Any text; who checks the office names it, not the office. */
  readonly seed: string
  /** The day determined for. */
  readonly day: Day
  /** How many persons of each county, programme and outcome. */
  readonly each: Readonly<Record<Outcome, number>>
}

/** One in two looks at what is granted, the others at what was left open and at who was sent away. */
export const EACH: SamplePlan['each'] = { eligible: 2, unknown: 1, ineligible: 1 }

const MOST_EACH = 100
const LONGEST_SEED = 200

type Said = Readonly<Partial<Record<'area' | 'township' | 'seed' | 'day' | Outcome, string>>>
type Read = { readonly ok: true; readonly plan: SamplePlan } | { readonly ok: false; readonly fault: Fault }

/** Reads a plan from the texts of a form or a command; what is not said is the province, `today` and `EACH`. */
export function readSamplePlan(said: Said, today: Day): Read {
  const area = said.area ? areaOf(said.area, said.township || null) : PROVINCE
  const seed = said.seed?.trim() ?? ''
  const day = said.day || today
  const each = { ...EACH }
  const fields: FieldFault[] = OUTCOMES.flatMap((outcome) => {
    const text = said[outcome]
    if (!text) return []
    each[outcome] = Number(text)
    return isCount(text)
      ? []
      : [
          {
            path: outcome,
            problem: `a whole number from 0 to ${MOST_EACH}`,
            told: { code: 'whole-between', params: { least: 0, most: MOST_EACH } },
          },
        ]
  })
  if (area === null) fields.push({ path: 'area', problem: 'no area of Gansu', told: { code: 'no-area' } })
  if (seed === '' || seed.length > LONGEST_SEED)
    fields.push({
      path: 'seed',
      problem: `a text of 1 to ${LONGEST_SEED} characters`,
      told: { code: 'length-between', params: { least: 1, most: LONGEST_SEED } },
    })
  if (!isDay(day)) fields.push({ path: 'day', problem: 'a day as YYYY-MM-DD', told: { code: 'not-a-day' } })
  if (area === null || fields.length > 0) return { ok: false, fault: { code: 'invalid', fields } }
  return { ok: true, plan: { area, seed, day, each } }
}

function isCount(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= MOST_EACH
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) && text.length === 10
}
