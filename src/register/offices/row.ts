import type { Day } from '../../policy/facts.ts'
import type { Columns } from '../columns.ts'
import { type Read, rowReader } from '../importing/small-table.ts'
import type { Localised, Office } from '../office.ts'
import type { Row } from '../reading/rows.ts'
import { readCounty } from '../values/county.ts'
import { readFullDay } from '../values/day.ts'
import { isTibetan, readOfficeTelephone, readWords } from '../values/office-words.ts'
import { readProgramme } from '../values/programme.ts'
import type { OfficeColumn } from './columns.ts'
import type { OfficeRejection } from './reasons.ts'

/** An entry as a file says it; without a day of its own it is in force from the import. */
export type OfficeSaid = Omit<Office, 'validFrom'> & { readonly validFrom: Day | null }

type ReadOffice = Read<OfficeSaid, OfficeColumn, OfficeRejection>
type Value<T> = { readonly ok: true; readonly value: T } | Extract<ReadOffice, { ok: false }>
type RowOf = ReturnType<typeof rowReader<OfficeColumn>>

/** Reads one row of an office's table; the first fault rejects it. */
export function readOffice(columns: Columns<OfficeColumn>, row: Row): ReadOffice {
  const of = rowReader(columns, row)
  const county = readCounty(of.cell('county'))
  if (county === null) return of.refuse('county', 'county-unknown')
  const programme = of.cell('programme') === '' ? null : readProgramme(of.cell('programme'))
  if (programme === null && of.cell('programme') !== '') return of.refuse('programme', 'programme-unknown')
  const opensOn = dayIn(of, 'opensOn')
  if (!opensOn.ok) return opensOn
  const closesOn = dayIn(of, 'closesOn')
  if (!closesOn.ok) return closesOn
  if (opensOn.value !== null && closesOn.value !== null && closesOn.value < opensOn.value)
    return of.refuse('closesOn', 'window-backwards')
  const papers = wordsIn(of, 'papers', 'papersBo')
  if (!papers.ok) return papers
  const place = wordsIn(of, 'place', 'placeBo')
  if (!place.ok) return place
  const telephone = of.cell('telephone') === '' ? null : readOfficeTelephone(of.cell('telephone'))
  if (telephone === null && of.cell('telephone') !== '') return of.refuse('telephone', 'telephone-unknown')
  const validFrom = dayIn(of, 'validFrom')
  if (!validFrom.ok) return validFrom
  const window = { opensOn: opensOn.value, closesOn: closesOn.value }
  const told = { ...window, papers: papers.value, place: place.value, telephone }
  if (Object.values(told).every((value) => value === null)) return of.refuse('papers', 'nothing-entered')
  return { ok: true, entry: { county, programme, ...told, validFrom: validFrom.value } }
}

function dayIn(of: RowOf, column: 'opensOn' | 'closesOn' | 'validFrom'): Value<Day | null> {
  const text = of.cell(column)
  if (text === '') return { ok: true, value: null }
  const day = readFullDay(text)
  return day === null ? of.refuse(column, 'day-unknown') : { ok: true, value: day }
}

function wordsIn(
  of: RowOf,
  column: 'papers' | 'place',
  tibetan: 'papersBo' | 'placeBo',
): Value<Localised | null> {
  const chinese = readWords(of.words(column))
  if (chinese === null) return of.refuse(column, 'words-too-long')
  const bo = readWords(of.words(tibetan))
  if (bo === null) return of.refuse(tibetan, 'words-too-long')
  if (bo !== '' && !isTibetan(bo)) return of.refuse(tibetan, 'not-tibetan')
  if (chinese === '') return bo === '' ? { ok: true, value: null } : of.refuse(column, 'chinese-missing')
  return { ok: true, value: { 'zh-CN': chinese, bo: bo === '' ? null : bo } }
}
