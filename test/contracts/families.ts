import { importRegister } from '../../src/register/import.ts'
import type { Services } from '../../src/services.ts'

/** A family of the register; unless told otherwise it is poor, of 621223, with a child who qualifies for the grant. */
export type Family = {
  readonly telephone?: string
  readonly county?: string
  readonly language?: '汉语' | '藏语' | ''
  /** Each child's name and where at school, as the register codes it. */
  readonly children?: readonly (readonly [name: string, school: string])[]
  readonly lifted?: boolean
}

/** A pupil of a secondary vocational school, in the second year. */
export const VOCATIONAL = '11'

/** The telephone of the n-th family that was not told another. */
export function telephoneOf(at: number): string {
  return `+86129${String(at).padStart(8, '0')}`
}

const HEADER =
  '县(市、区、旗),乡(镇),行政村,户编号,人编号,姓名,与户主关系,在校生状况,贫困户属性,脱贫属性,脱贫年度,联系电话,语言'

/** Imports a register of these families, whose telephones are `telephoneOf` their place in the list. */
export async function importFamilies(services: Services, families: readonly Family[]): Promise<void> {
  const rows = families.flatMap((family, at) => rowsOf(family, at))
  const bytes = new TextEncoder().encode(`${[HEADER, ...rows].join('\n')}\n`)
  const source = {
    name: 'families.csv',
    digest: services.ids(),
    async *open() {
      yield bytes
    },
  }
  const result = await importRegister(services, source, { by: 'test', takenOn: '2026-10-01' })
  if (!result.ok) throw new Error(result.fault.code)
}

function rowsOf(family: Family, at: number): readonly string[] {
  const { county = '621223', language = '', children = [['王志强', VOCATIONAL]], lifted = false } = family
  const telephone = family.telephone ?? telephoneOf(at)
  const number = `${county}1002010${String(at).padStart(7, '0')}`
  const persons = [['户主某', '01', '01'], ...children.map(([name, school]) => [name, '03', school])]
  return persons.map(([name, relation, school], nth) =>
    [
      county,
      '城关镇',
      '旧城村',
      number,
      `${number}${String(nth + 1).padStart(2, '0')}`,
      name,
      relation,
      school,
      '一般贫困户',
      lifted ? '1' : '0',
      lifted ? '2018' : '',
      telephone.slice(3),
      language,
    ].join(),
  )
}
