import type { Household, Person } from '../../src/register/household.ts'
import type { LedgerEntry } from '../../src/register/ledger-entry.ts'

export const TODAY = '2026-11-23'
const TAKEN = '2026-09-20'

export function person(id: string, name: string, facts: Partial<Person>): Person {
  return {
    id,
    name,
    sex: null,
    relation: 'child',
    birthDate: null,
    stage: null,
    finalYear: null,
    schoolPlace: null,
    completed: null,
    occupation: null,
    takenOn: TAKEN,
    ...facts,
  }
}

export function adult(id: string, name: string, facts: Partial<Person>): Person {
  return person(id, name, {
    relation: 'head',
    sex: 'male',
    stage: 'not-in-school',
    completed: 'primary',
    birthDate: '1984-05-02',
    ...facts,
  })
}

export function household(id: string, facts: Partial<Household> & Pick<Household, 'persons'>): Household {
  return {
    id,
    county: '621223',
    township: '城关镇',
    village: { name: '上寨村', poor: true, population: 860 },
    rural: true,
    language: null,
    standings: [{ standing: 'registered', from: '2015-09-01' }],
    takenOn: TAKEN,
    ledger: [],
    ...facts,
  }
}

function entry(
  personId: string,
  programme: LedgerEntry['programme'],
  facts: Partial<LedgerEntry> & Pick<LedgerEntry, 'state'>,
): LedgerEntry {
  return {
    person: personId,
    programme,
    schoolYear: 2026,
    toldOn: null,
    appliedOn: null,
    grantedOn: null,
    paidOn: null,
    refusedOn: null,
    grantedAmount: null,
    paidAmount: null,
    reason: null,
    ...facts,
  }
}

/** The families of the conversations, by the name the scripts call them. */
export const FAMILIES = {
  stranger: [],
  kindergarten: [
    household('H-kindergarten', {
      persons: [
        adult('K-1', '张卫国', {}),
        adult('K-2', '李秀英', { relation: 'spouse', sex: 'female', birthDate: '1987-01-20' }),
        person('K-3', '张小明', {
          sex: 'male',
          birthDate: '2021-10-05',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
  /** Everything that can come of a programme: paid, refused, waiting too long, told of and no more. */
  recorded: [
    household('H-recorded', {
      persons: [
        adult('R-1', '冯守田', {}),
        person('R-2', '冯月', {
          sex: 'female',
          birthDate: '2009-03-03',
          stage: 'secondary-vocational',
          finalYear: false,
          schoolPlace: 'in-province',
        }),
        person('R-3', '冯星', {
          sex: 'male',
          birthDate: '2021-03-03',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
      ],
      ledger: [
        entry('R-3', 'preschool-fee-waiver', {
          state: 'paid',
          appliedOn: '2026-09-05',
          grantedOn: '2026-09-28',
          paidOn: '2026-10-20',
          grantedAmount: 100_000,
          paidAmount: 100_050,
        }),
        entry('R-2', 'secondary-vocational-grant', {
          state: 'refused',
          appliedOn: '2026-09-05',
          refusedOn: '2026-10-08',
          reason: '缺少学籍证明',
        }),
        entry('R-2', 'secondary-vocational-tuition-waiver', { state: 'told', toldOn: '2026-10-01' }),
      ],
    }),
  ],
  /** Granted long ago this year, and paid the year before. */
  waiting: [
    household('H-waiting', {
      persons: [
        adult('W-1', '鲁成', {}),
        person('W-2', '鲁小满', {
          sex: 'female',
          birthDate: '2021-03-03',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
        person('W-3', '鲁大满', {
          sex: 'male',
          birthDate: '2009-03-03',
          stage: 'secondary-vocational',
          finalYear: false,
          schoolPlace: 'in-province',
        }),
      ],
      ledger: [
        entry('W-2', 'preschool-fee-waiver', {
          state: 'granted',
          appliedOn: '2026-09-02',
          grantedOn: '2026-09-10',
          grantedAmount: 100_000,
        }),
        entry('W-3', 'secondary-vocational-grant', { state: 'applied', appliedOn: '2026-11-01' }),
        entry('W-3', 'secondary-vocational-tuition-waiver', {
          state: 'paid',
          schoolYear: 2025,
          paidOn: '2025-11-11',
        }),
      ],
    }),
  ],
  'kindergarten-place-unknown': [
    household('H-place', {
      persons: [
        adult('P-1', '赵大山', {}),
        person('P-3', '赵小雨', { sex: 'female', birthDate: '2021-10-05', stage: 'preschool' }),
      ],
    }),
  ],
  vocational: [
    household('H-vocational', {
      persons: [
        adult('V-1', '王建军', { birthDate: '1979-03-11' }),
        person('V-2', '王海霞', {
          sex: 'female',
          birthDate: '2009-06-30',
          stage: 'secondary-vocational',
          finalYear: true,
          schoolPlace: 'in-province',
        }),
      ],
    }),
  ],
  'final-year': [
    household('H-final', {
      county: '620821',
      persons: [
        adult('F-1', '马成林', {}),
        person('F-2', '马晓东', {
          sex: 'male',
          birthDate: '2008-12-01',
          stage: 'senior',
          finalYear: true,
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
  herders: [
    household('H-herders', {
      county: '623027',
      language: 'bo',
      village: { name: '桑科村', poor: false, population: 1400 },
      persons: [
        adult('T-1', '才让东知', { birthDate: '1980-02-14' }),
        adult('T-2', '卓玛措', {
          relation: 'spouse',
          sex: 'female',
          birthDate: '1983-07-07',
          completed: 'none',
        }),
        person('T-3', '扎西才让', {
          sex: 'male',
          birthDate: '2009-04-18',
          stage: 'secondary-vocational',
          finalYear: false,
          schoolPlace: 'in-province',
        }),
        person('T-4', '拉毛草', {
          sex: 'female',
          birthDate: '2012-01-09',
          stage: 'junior',
          finalYear: true,
          schoolPlace: 'home-county',
        }),
        person('T-5', '旦增', {
          sex: 'male',
          birthDate: '2021-08-22',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
  lifted: [
    household('H-lifted', {
      standings: [
        { standing: 'registered', from: '2015-09-01' },
        { standing: 'lifted', from: '2019-12-31' },
      ],
      persons: [
        adult('L-1', '刘福贵', {}),
        person('L-2', '刘佳', {
          sex: 'female',
          birthDate: '2021-05-05',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
        person('L-3', '刘阳', {
          sex: 'male',
          birthDate: '2009-05-05',
          stage: 'secondary-vocational',
          finalYear: false,
          schoolPlace: 'in-province',
        }),
      ],
    }),
  ],
  unverified: [
    household('H-unverified', {
      county: '620823',
      persons: [
        adult('U-1', '陈永红', {}),
        person('U-2', '陈小丽', {
          sex: 'female',
          birthDate: '2021-11-11',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
  shared: [
    household('H-shared-1', {
      persons: [
        adult('S-1', '何玉山', {}),
        person('S-2', '何苗', {
          sex: 'female',
          birthDate: '2021-04-04',
          stage: 'preschool',
          schoolPlace: 'home-county',
        }),
      ],
    }),
    household('H-shared-2', {
      persons: [
        adult('S-3', '何玉海', {}),
        person('S-4', '何强', {
          sex: 'male',
          birthDate: '2010-04-04',
          stage: 'junior',
          finalYear: true,
          schoolPlace: 'home-county',
        }),
      ],
    }),
  ],
  stale: [
    household('H-stale', {
      persons: [
        adult('X-1', '周全', {}),
        person('X-2', '周宁', {
          sex: 'male',
          birthDate: '2011-02-02',
          stage: 'junior',
          finalYear: true,
          schoolPlace: 'home-county',
          takenOn: '2025-10-10',
        }),
      ],
    }),
  ],
  teacher: [
    household('H-teacher', {
      persons: [
        adult('E-1', '杨文学', { occupation: 'rural-teacher', completed: 'higher' }),
        adult('E-2', '郭春梅', {
          relation: 'spouse',
          sex: 'female',
          occupation: 'village-doctor',
          completed: 'secondary-vocational',
        }),
      ],
    }),
  ],
  college: [
    household('H-college', {
      persons: [
        adult('C-1', '孙有财', {}),
        person('C-2', '孙雅琴', {
          sex: 'female',
          birthDate: '2006-08-08',
          stage: 'higher-vocational',
          finalYear: false,
          schoolPlace: 'in-province',
        }),
        person('C-3', '孙志强', {
          sex: 'male',
          birthDate: '2004-03-03',
          stage: 'not-in-school',
          completed: 'junior',
        }),
      ],
    }),
  ],
} as const satisfies Record<string, readonly Household[]>

export type FamilyName = keyof typeof FAMILIES
