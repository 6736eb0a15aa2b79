import type { Day } from '../../policy/facts.ts'
import { schoolYearOf } from '../../policy/school-year.ts'
import type { SyntheticHousehold, SyntheticPerson } from './household.ts'
import type { Place } from './places.ts'
import {
  at,
  ILLITERATE,
  JUNIOR,
  out,
  PRESCHOOL_AGE,
  PRIMARY,
  SENIOR,
  type Coded,
  type SyntheticSchooling,
} from './schooling.ts'

/** The demo telephone's households: they open every sample, each with a telephone of its own. */
export const PERSONAS = [
  { id: 'kindergarten', county: '621223', telephone: '+8612900000001' },
  { id: 'vocational', county: '620422', telephone: '+8612900000002' },
  { id: 'final-year', county: '621121', telephone: '+8612900000003' },
  { id: 'herders', county: '623025', telephone: '+8612900000004' },
  { id: 'lifted', county: '620522', telephone: '+8612900000005' },
  { id: 'three-children', county: '622926', telephone: '+8612900000006' },
] as const

export type PersonaId = (typeof PERSONAS)[number]['id']

/** The household of a persona; its children's ages fit their schools on `takenOn`. */
export function personaHousehold(id: PersonaId, place: Place, takenOn: Day): SyntheticHousehold {
  const year = schoolYearOf(takenOn)
  const born = (age: number, rest: string): Day => `${year - age}-${rest}`
  const poor = (
    persons: readonly SyntheticPerson[],
    more: Partial<SyntheticHousehold> = {},
  ): SyntheticHousehold => ({
    place,
    ethnicity: ['01', '汉'],
    language: '',
    kind: '一般贫困户',
    lifted: ['0', '未脱贫'],
    liftedYear: '',
    laterKind: '',
    identified: '2014',
    hasTelephone: true,
    persons,
    ...more,
  })
  switch (id) {
    case 'kindergarten':
      return poor([
        adult('张建国', 'male', ['01', '户主'], born(33, '03-12')),
        adult('李秀兰', 'female', ['02', '配偶'], born(31, '07-20')),
        child('张小雨', 'female', born(4, '04-18'), at(['02', '学前教育'], PRESCHOOL_AGE, '本县')),
      ])
    case 'vocational':
      return poor([
        adult('王德福', 'male', ['01', '户主'], born(44, '01-09')),
        adult('马桂花', 'female', ['02', '配偶'], born(42, '05-27')),
        child('王志强', 'male', born(16, '02-14'), at(['11', '中职二年级'], JUNIOR, '省内')),
      ])
    case 'final-year':
      return poor([
        adult('刘玉梅', 'female', ['01', '户主'], born(45, '06-03')),
        child('刘明亮', 'male', born(17, '05-22'), at(['09', '高中三年级'], JUNIOR, '本县')),
      ])
    case 'herders':
      return poor(
        [
          adult('才让多杰', 'male', ['01', '户主'], born(36, '08-15'), ILLITERATE),
          adult('卓玛央金', 'female', ['02', '配偶'], born(34, '02-02'), ILLITERATE),
          child('扎西东主', 'male', born(14, '03-30'), at(['06', '九年级'], JUNIOR, '本县')),
          child('德吉拉姆', 'female', born(9, '06-11'), at(['03', '小学'], PRIMARY, '本县')),
          child('仁青加措', 'male', born(4, '01-25'), at(['02', '学前教育'], PRESCHOOL_AGE, '本县')),
        ],
        { ethnicity: ['05', '藏'], language: '藏语' },
      )
    case 'lifted':
      return poor(
        [
          adult('赵永福', 'male', ['01', '户主'], born(38, '10-19')),
          adult('孙彩霞', 'female', ['02', '配偶'], born(37, '04-04')),
          child('赵晨', 'male', born(5, '02-08'), at(['02', '学前教育'], PRESCHOOL_AGE, '本县')),
        ],
        { lifted: ['1', '已脱贫'], liftedYear: '2018' },
      )
    case 'three-children':
      return poor([
        adult('马文海', 'male', ['01', '户主'], born(43, '09-30')),
        adult('周桂英', 'female', ['02', '配偶'], born(41, '11-11')),
        child('马晓东', 'male', born(18, '05-05'), at(['13', '高职一年级'], SENIOR, '省内')),
        child('马晓燕', 'female', born(14, '07-17'), at(['06', '九年级'], JUNIOR, '本县')),
        child('马晓宁', 'male', born(4, '12-01'), at(['02', '学前教育'], PRESCHOOL_AGE, '本县')),
      ])
  }
}

function adult(
  name: string,
  sex: 'male' | 'female',
  relation: Coded,
  birthDate: Day,
  schooling: Coded = PRIMARY,
): SyntheticPerson {
  return { name, sex, birthDate, relation, school: out(schooling), occupation: '' }
}

function child(
  name: string,
  sex: 'male' | 'female',
  birthDate: Day,
  school: SyntheticSchooling,
): SyntheticPerson {
  return {
    name,
    sex,
    birthDate,
    relation: sex === 'male' ? ['03', '之子'] : ['04', '之女'],
    school,
    occupation: '',
  }
}
