import { COLUMNS_OF, type PersonField, type PersonSaid } from '../person-said.ts'
import type { Correction } from './known.ts'

/** What stands of a person once corrections are held against what the register says, and which of them it has overtaken. */
export function withCorrections(said: PersonSaid, corrections: readonly Correction[]) {
  let stands: PersonSaid = said
  const overtaken: string[] = []
  for (const { field, value, register_value } of corrections) {
    if (!isPersonField(field)) continue
    if (toText(said[field]) === register_value) stands = { ...stands, [field]: fromText(field, value) }
    else overtaken.push(field)
  }
  return { stands, overtaken }
}

/** What the register said of a person, told from what stands: a correction keeps the register's word beside its own. */
export function withoutCorrections(stands: PersonSaid, corrections: readonly Correction[]): PersonSaid {
  let said = stands
  for (const { field, register_value } of corrections) {
    if (isPersonField(field)) said = { ...said, [field]: fromText(field, register_value) }
  }
  return said
}

function isPersonField(field: string): field is PersonField {
  return field in COLUMNS_OF
}

/** A fact as `corrections` holds it. */
export function toText(value: PersonSaid[PersonField]): string | null {
  if (value === null) return null
  return typeof value === 'boolean' ? (value ? '1' : '0') : value
}

function fromText(field: PersonField, value: string | null): string | boolean | null {
  return field === 'finalYear' && value !== null ? value === '1' : value
}
