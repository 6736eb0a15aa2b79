import type { Determination } from '../../policy/determine.ts'
import type { Day } from '../../policy/facts.ts'
import { entryOn } from '../../policy/parameters/dated.ts'
import { figureOn, type PolicyBook } from '../../policy/parameters/parameters.ts'
import { TARGETS } from '../../policy/parameters/targets.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'
import type { Particular } from '../hearing/manner/particulars.ts'
import { benefitText, nameOf } from './benefits.ts'
import { type Line, say, type Text } from './reply.ts'

type On = { readonly today: Day; readonly book: PolicyBook; readonly office: Text }

/** What the plan says of a particular of these, and of which it says nothing: those of which it says the same together. */
export function particularLines(
  particular: Particular,
  determinations: readonly Determination[],
  on: On,
): readonly Line[] {
  const groups = new Map<string, { said: Text; of: Determination[] }>()
  for (const one of determinations) {
    const said = SAID[particular](one, on)
    const group = groups.get(JSON.stringify(said)) ?? { said, of: [] }
    groups.set(JSON.stringify(said), { ...group, of: [...group.of, one] })
  }
  return [...groups.values()].map(({ said, of }) => [
    {
      key: said.key,
      params: {
        programmes: { list: of.map(({ programme }) => nameOf(programme)) },
        clause: [...new Set(of.flatMap(({ citations }) => citations))].join('、'),
        ...said.params,
      },
    },
  ])
}

const SAID: Readonly<Record<Particular, (one: Determination, on: On) => Text>> = {
  marks: ({ programme, kind }) => {
    if (kind !== 'admission') return say('conversation:part.marks.none')
    if (programme === 'higher-vocational-separate-test') return say('conversation:part.marks.test')
    if (programme === 'secondary-vocational-direct-admission')
      return say('conversation:part.marks.recommended')
    return say('conversation:part.marks.exam')
  },
  places: (one) => {
    const { placesAtLeast, places, shareAtLeast } = one.benefit ?? {}
    if (placesAtLeast !== undefined)
      return say('conversation:part.places.at-least', { places: placesAtLeast })
    if (places !== undefined || shareAtLeast !== undefined) return benefitText(one)
    return one.kind === 'admission'
      ? say('conversation:part.places.none')
      : say('conversation:part.places.unlimited')
  },
  repaying: ({ kind }, { office }) =>
    kind === 'loan' ? say('conversation:loan.repay', { office }) : say('conversation:part.repaying.none'),
  bound: ({ programme }) =>
    DIRECTED.includes(programme)
      ? say('conversation:part.bound.directed')
      : say('conversation:part.bound.none'),
  together: () => say('conversation:part.together'),
  moving: ({ reasons }) =>
    reasons.some(({ condition }) => condition === 'school-place')
      ? say('conversation:part.moving.school')
      : say('conversation:part.moving'),
  jobs: ({ programme }, { today }) => {
    const id = EMPLOYED[programme]
    const target = entryOn(
      TARGETS.filter((one) => one.id === id),
      today,
    )
    if (target === undefined || !('share' in target.value)) return say('conversation:part.jobs.none')
    return say('conversation:part.jobs.share', {
      share: percent(target.value.share),
      clause: target.citation,
    })
  },
  age: ({ programme }, { today, book }) => {
    const from = (id: 'kindergarten-age-from' | 'kindergarten-age-to' | 'labour-age-from') =>
      figureOn(id, today, book).value
    if (programme === 'labour-skills-training')
      return say('conversation:part.age.needed', {
        needed: say('policy:age.from', { from: from('labour-age-from') }),
      })
    if (programme !== 'village-kindergarten') return say('conversation:part.age.none')
    const ages = { from: from('kindergarten-age-from'), to: from('kindergarten-age-to') }
    return say('conversation:part.age.kindergarten', { ages: say('policy:age.range', ages) })
  },
  length: (one) => {
    const { years, per } = one.benefit ?? {}
    if (years !== undefined) return benefitText(one)
    return say(per === 'school-year' ? 'conversation:part.length.each' : 'conversation:part.length.none')
  },
  'by-month': () => say('conversation:part.by-month'),
  surety: () => say('conversation:part.surety'),
  refund: () => say('conversation:part.refund'),
  payer: ({ kind, benefit }) => {
    if (kind === 'loan') return say('conversation:part.payer.loan')
    const { shares } = benefit ?? {}
    if (shares === undefined) return say('conversation:part.payer.none')
    const { province, county } = shares
    return say('conversation:part.payer.shared', { province: percent(province), county: percent(county) })
  },
  payee: ({ kind }) =>
    kind === 'waiver' ? say('conversation:part.payee.waiver') : say('conversation:part.payee.none'),
  voluntary: () => say('conversation:part.voluntary'),
}

function percent(share: number): number {
  return Math.round(share * 100)
}

// Trained for the villages by the plan's own word.
const DIRECTED: readonly ProgrammeId[] = ['rural-doctor-places', 'free-medical-student']

// Of whose graduates the plan says how many are to find work.
const EMPLOYED: Readonly<Partial<Record<ProgrammeId, string>>> = {
  'secondary-vocational-tuition-waiver': 'vocational-employment',
  'secondary-vocational-grant': 'vocational-employment',
  'tibetan-area-nine-plus-three': 'vocational-employment',
  'higher-vocational-fee-waiver': 'vocational-employment',
  'leaver-vocational-education': 'leavers-employed',
}
