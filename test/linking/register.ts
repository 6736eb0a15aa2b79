import { importRegister } from '../../src/register/import.ts'
import { syntheticIdNumber } from '../../src/register/sample/identity.ts'
import type { Services } from '../../src/services.ts'

/** One person of a register made for linking; the ID number follows from birth date and serial. */
type Recorded = {
  readonly name: string
  readonly birthDate: string
  readonly serial: number
  readonly relation?: '户主' | '配偶' | '之子'
}

export type Family = {
  /** E.164 less the +86; empty for a household without one. */
  readonly telephone?: string
  readonly language?: '藏语' | '汉语'
  readonly persons: readonly Recorded[]
}

const HEADER = '县,户编号,人编号,姓名,证件号码,与户主关系,在校生状况,脱贫属性,联系电话,语言'

/** Imports these families as a register. */
export async function importFamilies(
  services: Services,
  families: readonly Family[],
  digest = 'families',
): Promise<void> {
  const rows = families.flatMap(({ telephone = '', language = '', persons }, at) =>
    persons.map((person, of) => {
      const school = person.relation === '之子' ? '学前教育' : '非在校生'
      const household = `6212230001${String(at).padStart(6, '0')}`
      return [
        '宕昌县',
        household,
        `${household}${String(of).padStart(2, '0')}`,
        person.name,
        idNumberOf(person),
        person.relation ?? '户主',
        school,
        '未脱贫',
        telephone,
        language,
      ].join(',')
    }),
  )
  const source = {
    name: 'families.csv',
    digest,
    async *open() {
      yield new TextEncoder().encode([HEADER, ...rows].join('\n'))
    },
  }
  const result = await importRegister(services, source, { by: 'test', takenOn: '2026-10-01' })
  if (!result.ok) throw new Error(result.fault.code)
  if (result.report.counts.rejected > 0) throw new Error('rows were rejected')
}

/** What a person would write to be linked. */
export function proofOf(person: Recorded): string {
  return `绑定 ${person.name} ${lastSixOf(person)}`
}

/** The same with another end of the number: `by` is never 0. */
export function wrongProofOf(person: Recorded, by = 1): string {
  const serial = (Number(lastSixOf(person).slice(0, 5)) + by) % 100_000
  return `绑定 ${person.name} ${String(serial).padStart(5, '0')}0`
}

export function lastSixOf(person: Recorded): string {
  return idNumberOf(person).slice(-6)
}

export function idNumberOf({ birthDate, serial }: Recorded): string {
  return syntheticIdNumber(birthDate, 'male', serial)
}
