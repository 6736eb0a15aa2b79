import type { Household } from '../../src/register/household.ts'
import { adult, FAMILIES, household, person } from '../conversation/households.ts'

/** The families that only conversations speak of. */
const MORE = {
  /** Nobody is in a last year, nobody in kindergarten. */
  pupils: [
    household('H-pupils', {
      persons: [
        adult('A-1', '罗进财', {}),
        person('A-2', '罗小军', {
          sex: 'male',
          birthDate: '2013-04-04',
          stage: 'junior',
          finalYear: false,
          schoolPlace: 'home-county',
        }),
        person('A-3', '罗小梅', {
          sex: 'female',
          birthDate: '2017-04-04',
          stage: 'primary',
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
  monitored: [
    household('H-monitored', {
      standings: [{ standing: 'monitored', from: '2022-01-01' }],
      persons: [
        adult('M-1', '高永福', {}),
        person('M-2', '高翔', {
          sex: 'male',
          birthDate: '2008-10-10',
          stage: 'senior',
          finalYear: true,
          schoolPlace: 'home-county',
        }),
        person('M-3', '高洁', {
          sex: 'female',
          birthDate: '2021-10-10',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
  /** The register tells of two children neither a school nor an age. */
  'school-unknown': [
    household('H-school-unknown', {
      persons: [
        adult('Q-1', '郭老汉', {}),
        person('Q-2', '郭芳', { sex: 'female' }),
        person('Q-3', '郭强', { sex: 'male' }),
      ],
    }),
  ],
  undergraduate: [
    household('H-undergraduate', {
      persons: [
        adult('G-1', '贾有福', {}),
        person('G-2', '贾文静', {
          sex: 'female',
          birthDate: '2005-06-06',
          stage: 'undergraduate',
          schoolPlace: 'out-of-province',
        }),
      ],
    }),
  ],
  /** At a college of which the register does not say which kind. */
  'college-unknown': [
    household('H-college-unknown', {
      persons: [
        adult('Q-1', '史长生', {}),
        person('Q-2', '史慧', { sex: 'female', birthDate: '2006-06-06', schoolPlace: 'in-province' }),
      ],
    }),
  ],
  'grade-nine': [
    household('H-grade-nine', {
      persons: [
        adult('N-1', '苏万年', {}),
        person('N-2', '苏小强', {
          sex: 'male',
          birthDate: '2011-07-07',
          stage: 'junior',
          finalYear: true,
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
  'first-year': [
    household('H-first-year', {
      persons: [
        adult('B-1', '白守义', {}),
        person('B-2', '白雪莲', {
          sex: 'female',
          birthDate: '2010-09-09',
          stage: 'senior',
          finalYear: false,
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
  retired: [
    household('H-retired', {
      persons: [
        adult('O-1', '石明礼', {
          occupation: 'retired-teacher',
          completed: 'higher',
          birthDate: '1960-01-01',
        }),
        adult('O-2', '任桂兰', { relation: 'spouse', sex: 'female', birthDate: '1962-02-02' }),
      ],
    }),
  ],
  /** A town household of a county in none of the plan's categories. */
  town: [
    household('H-town', {
      county: '620102',
      rural: false,
      village: { name: '雁儿湾社区', poor: false, population: 3200 },
      persons: [
        adult('Z-1', '邱建平', {}),
        person('Z-2', '邱亮', {
          sex: 'male',
          birthDate: '2008-08-08',
          stage: 'senior',
          finalYear: true,
          schoolPlace: 'home-county',
        }),
        person('Z-3', '邱朵朵', {
          sex: 'female',
          birthDate: '2021-08-08',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
  /** Four children, each at another school. */
  four: [
    household('H-four', {
      persons: [
        adult('J-1', '何长顺', {}),
        adult('J-2', '杨翠花', { relation: 'spouse', sex: 'female' }),
        person('J-3', '何丽娟', {
          sex: 'female',
          birthDate: '2005-03-01',
          stage: 'higher-vocational',
          finalYear: false,
          schoolPlace: 'in-province',
        }),
        person('J-4', '何建军', {
          sex: 'male',
          birthDate: '2009-02-11',
          stage: 'senior',
          finalYear: true,
          schoolPlace: 'home-county',
        }),
        person('J-5', '何丽霞', {
          sex: 'female',
          birthDate: '2012-08-20',
          stage: 'junior',
          finalYear: true,
          schoolPlace: 'home-county',
        }),
        person('J-6', '何小宝', {
          sex: 'male',
          birthDate: '2022-05-09',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
  /** Five children, two of them twins. */
  many: [
    household('H-many', {
      persons: [
        adult('Y-1', '马全有', {}),
        adult('Y-2', '马秀花', { relation: 'spouse', sex: 'female', completed: 'none' }),
        person('Y-3', '马志远', {
          sex: 'male',
          birthDate: '2009-01-01',
          stage: 'secondary-vocational',
          finalYear: false,
          schoolPlace: 'in-province',
        }),
        person('Y-4', '马志高', {
          sex: 'male',
          birthDate: '2011-09-01',
          stage: 'junior',
          finalYear: true,
          schoolPlace: 'home-county',
        }),
        person('Y-5', '马玉兰', {
          sex: 'female',
          birthDate: '2016-03-03',
          stage: 'primary',
          schoolPlace: 'home-county',
        }),
        person('Y-6', '马双喜', {
          sex: 'male',
          birthDate: '2021-06-01',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
        person('Y-7', '马双庆', {
          sex: 'female',
          birthDate: '2021-06-01',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
} as const satisfies Record<string, readonly Household[]>

/** Every family by the name that conversations call it. */
export const HOUSEHOLDS = { ...FAMILIES, ...MORE } as const satisfies Record<string, readonly Household[]>

export type HouseholdsName = keyof typeof HOUSEHOLDS

/** The households of a conversation, named or written out. */
export function householdsOf(family: HouseholdsName | readonly Household[]): readonly Household[] {
  return typeof family === 'string' ? HOUSEHOLDS[family] : family
}
