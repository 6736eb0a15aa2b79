import type { Completed, Day, Occupation, SchoolPlace, Stage } from '../policy/facts.ts'
import type { ColumnId } from './columns.ts'
import type { Relation, Sex } from './household.ts'
import type { Warning } from './reasons.ts'
import type { CellOf, Member } from './row.ts'
import {
  readLabour,
  readOccupation,
  readSchooling,
  readSchoolStatus,
  readSex,
  schoolingFits,
  type Schooling,
  type SchoolStatus,
} from './values/person-values.ts'
import { readRelation } from './values/relation.ts'
import { readSchoolPlace } from './values/school-place.ts'

/** What a register says of a person, beside who it is. */
export type PersonSaid = {
  readonly sex: Sex | null
  readonly relation: Relation | null
  readonly birthDate: Day | null
  readonly stage: Stage | null
  readonly finalYear: boolean | null
  readonly schoolPlace: SchoolPlace | null
  readonly completed: Completed | null
  readonly occupation: Occupation | null
}

export type PersonField = keyof PersonSaid

/** The columns a fact comes from: a file with none of them leaves the fact as it was. */
export const COLUMNS_OF = {
  sex: ['sex', 'idNumber'],
  relation: ['relation'],
  birthDate: ['idNumber'],
  stage: ['schoolStatus'],
  finalYear: ['schoolStatus'],
  schoolPlace: ['schoolPlace', 'school'],
  completed: ['schooling'],
  occupation: ['occupation'],
} as const satisfies Record<PersonField, readonly ColumnId[]>

/** Reads a person's facts from the row, and tells `warn` what is odd about it. */
export function readPerson(member: Member, cell: CellOf, warn: (warning: Warning) => void): PersonSaid {
  const { cells, line, idNumber } = member
  const relation = told(member, cell, 'relation', readRelation, warn)
  const status = told(member, cell, 'schoolStatus', readSchoolStatus, warn)
  const schooling = told(member, cell, 'schooling', readSchooling, warn)
  const labour = told(member, cell, 'labour', readLabour, warn)
  const sex = idNumber?.sex ?? readSex(cell(cells, 'sex'))

  if (idNumber !== null && idNumber.birthDate === null)
    warn({ line, column: 'idNumber', reason: 'birth-date-invalid' })
  if (relation?.sex != null && sex !== null && relation.sex !== sex) {
    warn({ line, column: 'relation', reason: 'relation-and-sex-disagree' })
  }
  if (status?.inSchool === true && labour === true)
    warn({ line, column: 'labour', reason: 'pupil-with-labour-skill' })
  if (status?.inSchool === true && schooling !== null && !schoolingFits(status, schooling)) {
    warn({ line, column: 'schooling', reason: 'schooling-and-school-status-disagree' })
  }
  return {
    sex,
    relation: relation?.relation ?? null,
    birthDate: idNumber?.birthDate ?? null,
    stage: status?.stage ?? null,
    finalYear: status?.finalYear ?? null,
    schoolPlace: status?.inSchool === false ? null : placeOf(member, cell),
    completed: completedOf(status, schooling),
    occupation: told(member, cell, 'occupation', readOccupation, warn),
  }
}

function told<T>(
  { cells, line }: Member,
  cell: CellOf,
  column: ColumnId,
  read: (text: string) => T | null,
  warn: (warning: Warning) => void,
): T | null {
  const text = cell(cells, column)
  if (text === '') return null
  const value = read(text)
  if (value === null) warn({ line, column, reason: 'value-unknown' })
  return value
}

// A pupil's 文化程度 is the present school's level in some lists and the last finished one in others.
function completedOf(status: SchoolStatus | null, schooling: Schooling | null): Completed | null {
  return status?.inSchool === false ? (schooling?.completed ?? null) : null
}

function placeOf(member: Member, cell: CellOf): SchoolPlace | null {
  for (const column of ['schoolPlace', 'school'] as const) {
    const text = cell(member.cells, column)
    const place = text === '' ? null : readSchoolPlace(text, member.county)
    if (place !== null) return place
  }
  return null
}
