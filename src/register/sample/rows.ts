import type { ColumnId } from '../headers.ts'
import type { SyntheticHousehold, SyntheticPerson } from './household.ts'
import { syntheticIdNumber, syntheticTelephone } from './identity.ts'
import type { Random } from './random.ts'
import type { Coded } from './schooling.ts'

/** The columns of the sample, as an export of the national system orders them. */
export const SAMPLE_COLUMNS = [
  'county',
  'township',
  'village',
  'hamlet',
  'householdNumber',
  'personNumber',
  'name',
  'sex',
  'idNumber',
  'householdSize',
  'relation',
  'ethnicity',
  'schooling',
  'schoolStatus',
  'health',
  'labour',
  'householdKind',
  'liftedState',
  'liftedYear',
  'laterKind',
  'identified',
  'telephone',
  'registration',
  'schoolPlace',
  'occupation',
  'language',
] as const satisfies readonly ColumnId[]

/** A row by column, so that a fault can be put into it before it is written. */
export type SampleCells = Record<(typeof SAMPLE_COLUMNS)[number], string>

const ADULT = 16

/** The rows of a household; some households are told by codes, some in words, as lists do. */
export function rowsOf(
  household: SyntheticHousehold,
  numbers: {
    readonly household: string
    readonly serial: number
    readonly telephone: string | null
    readonly year: number
  },
  random: Random,
): SampleCells[] {
  const inWords = random.chance(0.3)
  const tell = ([code, words]: Coded) => (inWords || code === '' ? words : code)
  const { place, persons } = household
  const telephone =
    numbers.telephone ?? (household.hasTelephone ? syntheticTelephone(numbers.serial + 10_000_000) : '')
  return persons.map((person, at) => ({
    county: inWords ? place.countyName : place.county,
    township: place.township,
    village: place.village,
    hamlet: '',
    householdNumber: numbers.household,
    personNumber: `${numbers.household}${String(at + 1).padStart(2, '0')}`,
    name: person.name,
    sex: person.sex === 'male' ? '男' : '女',
    idNumber: syntheticIdNumber(person.birthDate, person.sex, numbers.serial + at * 7),
    householdSize: String(persons.length),
    relation: tell(person.relation),
    ethnicity: tell(household.ethnicity),
    schooling: tell(person.school.schooling),
    schoolStatus: tell(person.school.status),
    health: tell(['01', '健康']),
    labour: tell(labourOf(person, numbers.year)),
    householdKind: household.kind,
    liftedState: tell(household.lifted),
    liftedYear: household.liftedYear,
    laterKind: household.laterKind,
    identified: household.identified,
    telephone,
    registration: '农业户口',
    schoolPlace: person.school.place,
    occupation: person.occupation,
    language: household.language,
  }))
}

function labourOf({ birthDate, school }: SyntheticPerson, year: number): Coded {
  const age = year - Number(birthDate.slice(0, 4))
  return school.status[0] === '01' && age >= ADULT && age < 65 ? ['01', '普通劳动力'] : ['04', '无劳动力']
}
