import { z } from 'zod'
import { CHANNELS } from '../conversation/turn.ts'
import type { FieldFault } from '../fault.ts'
import { LANGUAGES } from '../i18n/texts.ts'
import { OUTCOMES } from '../policy/determination.ts'
import { STAGES } from '../policy/facts.ts'
import { EFFECTS } from '../policy/moves.ts'
import { PROGRAMME_IDS } from '../policy/programme.ts'
import { isCodeOfGansu } from '../regions/county.ts'
import type { Actor } from '../staff/actor.ts'
import { type Area, areaOf, contains } from '../staff/area.ts'
import { LEDGER_FILTERS } from './ledger-filter.ts'

/** One message a household, or one for each person meant. */
const PER = ['household', 'person'] as const

const NO_CODE = 'must be a code of Gansu: 62, a prefecture, or a county'

/**
 * Whom a message is for, as plain data: families of an area with a person of whom all that is asked of persons holds
 * (programme, outcome, ledger, stage, finalYear, fresh, change) and who are reached as asked. Null and absent narrow nothing.
 */
export const AUDIENCE = z
  .strictObject(
    {
      county: z
        .string(NO_CODE)
        .regex(/^62(\d{2}(\d{2})?)?$/, { error: NO_CODE, abort: true })
        .overwrite(shortened)
        .refine(isCodeOfGansu, NO_CODE)
        .describe('GB/T 2260 code of a county; a prefecture, or 62 for all of Gansu, where the asker may.'),
      township: z
        .string('must be a text')
        .min(1, 'must not be empty')
        .max(60, 'must be at most 60 characters')
        .nullish()
        .describe('As the register writes it; of one county alone.'),
      programme: oneOf(PROGRAMME_IDS),
      outcome: oneOf(OUTCOMES).describe(
        'Of the programme, by the rules of the day; `eligible` where not given.',
      ),
      ledger: oneOf(LEDGER_FILTERS).describe(
        'What came of the programme in the school year of the day. `none`: nothing known at all; `told` to `refused`: where it stands; `not-applied`: `none` or `told`; `not-received`: nothing was paid, whatever else came of it.',
      ),
      stage: oneOf(STAGES),
      finalYear: z.boolean('must be true, false or null').nullish(),
      language: oneOf(LANGUAGES).describe('The language that the family is written to in.'),
      channel: oneOf(CHANNELS).describe('Written to by this channel alone.'),
      fresh: z
        .boolean('must be true, false or null')
        .nullish()
        .describe('Only by school facts taken in the present school year; else last known ones count too.'),
      change: z
        .strictObject(
          {
            proposal: z
              .string('must be the id of a decision')
              .regex(/^[0-9A-Z]{26}$/, 'must be the id of a decision'),
            effect: z.enum(EFFECTS, `must be one of ${EFFECTS.join(', ')}`),
          },
          'must be an object with proposal and effect, or null',
        )
        .nullish()
        .describe(
          'Whom a decision that is approved moves so, by the plan with it and without it: of the programme, or of any where none is given.',
        ),
      per: oneOf(PER).describe(
        'One message a household (unless told otherwise), or one for each person meant.',
      ),
    },
    'must be an object',
  )
  .describe('Whom a message is for.')

/** An audience as it is stored and sent. */
export type Audience = Readonly<z.output<typeof AUDIENCE>>

/** The area an audience lives in. */
export function areaOfAudience({ county, township }: Pick<Audience, 'county' | 'township'>): Area {
  const area = areaOf(county, township ?? null)
  if (area === null) throw new Error('an audience outside Gansu')
  return area
}

/** What is wrong with an audience beyond its shape, by field; an area that is not the actor's is as one that is not there. */
export function audienceFaults({ area }: Pick<Actor, 'area'>, audience: Audience): readonly FieldFault[] {
  const { county, township, programme, outcome, ledger, change } = audience
  const asked = areaOf(county, township ?? null)
  const faults: FieldFault[] = []
  if (asked === null)
    faults.push({ path: 'township', problem: 'needs the code of a county', told: { code: 'needs-county' } })
  else if (!contains(area, asked))
    faults.push({ path: 'county', problem: 'is not within your area', told: { code: 'beyond-area' } })
  for (const [path, given] of [
    ['outcome', outcome],
    ['ledger', ledger],
  ] as const) {
    if (given != null && programme == null)
      faults.push({ path, problem: 'needs a programme', told: { code: 'needs-programme' } })
  }
  if (outcome != null && change != null)
    faults.push({
      path: 'outcome',
      problem: 'is told by the change already',
      told: { code: 'told-by-change' },
    })
  return faults
}

// 620000 and 621200, as GB/T 2260 writes a province and a prefecture, are 62 and 6212 here.
function shortened(code: string): string {
  return code.replace(/(?:00){1,2}$/, '')
}

function oneOf<const T extends readonly string[]>(values: T) {
  return z.enum(values, `must be one of ${values.join(', ')}, or null`).nullish()
}
