import { OUTCOMES, type Outcome } from '../policy/determination.ts'
import { outcomeIn, type Outcomes } from '../policy/outcomes.ts'
import { PROGRAMME_IDS, type ProgrammeId } from '../policy/programme.ts'

/** Persons of one county who stand alike to one programme; `size`: how many there are, `drawn`: the first by rank. */
export type Stratum = {
  readonly county: string
  readonly programme: ProgrammeId
  readonly outcome: Outcome
  readonly size: number
  readonly drawn: readonly Candidate[]
}

export type Candidate = { readonly rank: string; readonly household: string; readonly person: string }

type Growing = { size: number; readonly drawn: Candidate[] }
type OfProgramme = Readonly<Record<Outcome, Growing>>

/** Fills strata person by person and keeps of each the first `each`, so that memory grows with the sample alone. */
export function fillStrata(each: Readonly<Record<Outcome, number>>) {
  const counties = new Map<string, readonly OfProgramme[]>()

  function add(county: string, outcomes: Outcomes, candidate: Candidate): void {
    const programmes = counties.get(county) ?? PROGRAMME_IDS.map(empty)
    counties.set(county, programmes)
    programmes.forEach((strata, at) => {
      const outcome = outcomeIn(outcomes, PROGRAMME_IDS[at] ?? PROGRAMME_IDS[0])
      const stratum = strata[outcome]
      stratum.size += 1
      keepFirst(stratum.drawn, candidate, each[outcome])
    })
  }

  /** Those that have anybody, by county and then in the plan's order. */
  function filled(): readonly Stratum[] {
    return [...counties.keys()].sort().flatMap((county) =>
      PROGRAMME_IDS.flatMap((programme, at) =>
        OUTCOMES.flatMap((outcome) => {
          const stratum = counties.get(county)?.[at]?.[outcome]
          return stratum === undefined || stratum.size === 0
            ? []
            : [{ county, programme, outcome, ...stratum }]
        }),
      ),
    )
  }

  return { add, filled }
}

function empty(): OfProgramme {
  return {
    eligible: { size: 0, drawn: [] },
    ineligible: { size: 0, drawn: [] },
    unknown: { size: 0, drawn: [] },
  }
}

function keepFirst(drawn: Candidate[], candidate: Candidate, most: number): void {
  const last = drawn.at(-1)
  if (drawn.length === most && (last === undefined || candidate.rank >= last.rank)) return
  const at = drawn.findIndex(({ rank }) => candidate.rank < rank)
  drawn.splice(at === -1 ? drawn.length : at, 0, candidate)
  if (drawn.length > most) drawn.pop()
}
