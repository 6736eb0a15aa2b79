import { bitOf } from '../policy/outcomes.ts'
import { PROGRAMME_IDS } from '../policy/programme.ts'

/** In SQL, the bit in what is kept of outcomes that stands for the programme a column names. */
export function bitNamed(column: string): string {
  return `case ${column} ${PROGRAMME_IDS.map((id) => `when '${id}' then ${bitOf(id)}`).join(' ')} end`
}
