import type { Day } from '../../policy/facts.ts'
import type { Sex } from '../household.ts'
import { syntheticName, syntheticSurname } from './identity.ts'
import { isTibetanCounty, type Place } from './places.ts'
import type { Random } from './random.ts'
import { type Coded, schoolAge, type SyntheticSchooling, syntheticSchooling } from './schooling.ts'

export type SyntheticPerson = {
  readonly name: string
  readonly sex: Sex
  readonly birthDate: Day
  readonly relation: Coded
  readonly school: SyntheticSchooling
  readonly occupation: string
}

/** The household's columns, in the national system's words. */
export type SyntheticHousehold = {
  readonly place: Place
  readonly ethnicity: Coded
  readonly language: string
  readonly kind: string
  readonly lifted: Coded
  readonly liftedYear: string
  readonly laterKind: string
  readonly identified: string
  readonly hasTelephone: boolean
  readonly persons: readonly SyntheticPerson[]
}

/** A synthetic household of a village, as it might stand on the register on `takenOn`. */
export function syntheticHousehold(
  random: Random,
  place: Place,
  takenOn: Day,
  placeWords: ReadonlySet<string>,
): SyntheticHousehold {
  const isTibetan = isTibetanCounty(place.county) && random.chance(place.county === '620623' ? 0.4 : 0.75)
  return {
    place,
    ethnicity: isTibetan
      ? ['05', '藏']
      : /^6229/.test(place.county) && random.chance(0.6)
        ? ['03', '回']
        : ['01', '汉'],
    language: isTibetan && random.chance(0.5) ? '藏语' : random.chance(0.3) ? '汉语' : '',
    ...syntheticStanding(random),
    hasTelephone: random.chance(0.93),
    persons: family(random, isTibetan, takenOn, placeWords),
  }
}

function syntheticStanding(random: Random) {
  const kind = random.pick(['一般贫困户', '一般贫困户', '一般贫困户', '低保贫困户', '特困供养贫困户'])
  const identified = random.pick(['2014', '2014', '2014', '2015', '2016', '2017', ''])
  const draw = random.next()
  const none = { kind, lifted: ['0', '未脱贫'] as Coded, liftedYear: '', laterKind: '', identified }
  const liftedYear = String(random.between(2017, 2020))
  if (draw < 0.42) return none
  if (draw < 0.84) return { ...none, lifted: ['1', '已脱贫'] as Coded, liftedYear }
  if (draw < 0.9) return { ...none, lifted: ['3', '返贫'] as Coded }
  if (draw < 0.94) return { ...none, kind: '一般农户' }
  const laterKind = random.pick(['脱贫不稳定户', '边缘易致贫户', '突发严重困难户'])
  if (laterKind === '脱贫不稳定户')
    return { ...none, lifted: ['1', '已脱贫'] as Coded, liftedYear, laterKind }
  return {
    ...none,
    kind: '',
    lifted: ['', ''] as Coded,
    laterKind,
    identified: String(random.between(2020, 2024)),
  }
}

function family(
  random: Random,
  isTibetan: boolean,
  takenOn: Day,
  placeWords: ReadonlySet<string>,
): readonly SyntheticPerson[] {
  const people = isTibetan ? 'tibetan' : 'other'
  const surname = syntheticSurname(random)
  const year = Number(takenOn.slice(0, 4))
  const person = (relation: Coded, sex: Sex, age: number, own = false): SyntheticPerson => {
    const drawn = birthday(random, year - age)
    const birthDate = drawn > takenOn ? `${year - age - 1}${drawn.slice(4)}` : drawn
    const school = syntheticSchooling(random, schoolAge(birthDate, takenOn))
    const name = syntheticName(random, people, placeWords, own ? undefined : surname)
    const teaches = age > 25 && random.chance(0.004) ? random.pick(['村医', '乡村教师', '退休教师']) : ''
    return { name, sex, birthDate, relation, school, occupation: teaches }
  }
  const headAge = random.between(28, 58)
  const isMale = random.chance(0.86)
  const members = [person(['01', '户主'], isMale ? 'male' : 'female', headAge)]
  if (random.chance(0.82))
    members.push(person(['02', '配偶'], isMale ? 'female' : 'male', headAge - random.between(-2, 4), true))
  for (const childAge of childrensAges(random, headAge)) {
    const sex = random.chance(0.5) ? 'male' : 'female'
    members.push(person(sex === 'male' ? ['03', '之子'] : ['04', '之女'], sex, childAge))
  }
  if (random.chance(0.3)) members.push(person(['11', '之父'], 'male', headAge + random.between(22, 30)))
  if (random.chance(0.4))
    members.push(person(['12', '之母'], 'female', headAge + random.between(20, 28), true))
  return members
}

function childrensAges(random: Random, headAge: number): readonly number[] {
  const count = random.pick([0, 1, 1, 2, 2, 2, 2, 3, 3, 4])
  const oldest = Math.min(headAge - 20, 26)
  return Array.from({ length: count }, () => random.between(0, oldest)).sort((a, b) => b - a)
}

// Up to the 28th, so that every month has the day.
function birthday(random: Random, year: number): Day {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
}
