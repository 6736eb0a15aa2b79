import type { Office, Offices } from '../../src/register/office.ts'

export const OFFICE_TELEPHONE = '0939-6121234'

function office(county: string, facts: Partial<Office>): Office {
  return {
    county,
    programme: null,
    opensOn: null,
    closesOn: null,
    papers: null,
    place: null,
    telephone: null,
    validFrom: '2026-09-01',
    ...facts,
  }
}

const PAPERS = {
  'zh-CN': '户口本、学籍证明、银行卡复印件',
  bo: 'ཐེམ་ཐོ་དང་། སློབ་མའི་ར་སྤྲོད། དངུལ་ཁང་བྱང་བུའི་འདྲ་བཤུས',
}
const PLACE = { 'zh-CN': '县教育局二楼学生资助中心', bo: 'རྫོང་སློབ་གསོ་ལུའུའི་ཐོག་བརྩེགས་གཉིས་པ' }

/** All there is to tell, for all programmes of a county: the longest answers. */
function whole(county: string): readonly Office[] {
  return [
    office(county, {
      opensOn: '2026-11-01',
      closesOn: '2026-12-02',
      papers: PAPERS,
      place: PLACE,
      telephone: OFFICE_TELEPHONE,
    }),
    office(county, {
      programme: 'secondary-vocational-grant',
      opensOn: '2026-10-01',
      closesOn: '2026-11-30',
      papers: PAPERS,
    }),
  ]
}

const COUNTIES = ['621223', '620821', '620823', '623027']

/** What offices entered, by the name the scripts call it. */
export const OFFICES = {
  none: new Map(),
  whole: new Map(COUNTIES.map((county) => [county, whole(county)])),
  /** Not one word of Tibetan, and no place. */
  'chinese-only': new Map([
    [
      '621223',
      [
        office('621223', {
          programme: 'preschool-fee-waiver',
          opensOn: '2026-11-01',
          closesOn: '2026-12-02',
          papers: { 'zh-CN': '户口本、身份证复印件', bo: null },
        }),
        office('621223', { telephone: OFFICE_TELEPHONE }),
      ],
    ],
  ]),
  /** One programme not yet open, one closed, one that nobody entered; a new telephone from next month. */
  differing: new Map([
    [
      '621223',
      [
        office('621223', {
          programme: 'secondary-vocational-tuition-waiver',
          opensOn: '2026-12-01',
          closesOn: '2026-12-31',
        }),
        office('621223', { programme: 'secondary-vocational-direct-admission', closesOn: '2026-11-20' }),
        office('621223', {
          programme: 'secondary-vocational-tuition-waiver',
          telephone: '0939-1111111',
          validFrom: '2026-12-01',
        }),
      ],
    ],
  ]),
  'last-day': new Map([['621223', [office('621223', { closesOn: '2026-11-23', papers: PAPERS })]]]),
  'open-ended': new Map([['621223', [office('621223', { opensOn: '2026-11-01' })]]]),
} as const satisfies Record<string, Offices>

export type OfficesName = keyof typeof OFFICES

/** What offices entered, named or written out. */
export function officesOf(offices: OfficesName | readonly Office[]): Offices {
  return typeof offices === 'string' ? OFFICES[offices] : Map.groupBy(offices, ({ county }) => county)
}
