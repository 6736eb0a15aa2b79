import { type Language, type TextKey, textsIn } from '../i18n/texts.ts'
import { FACT_NAMES } from '../policy/facts.ts'
import { countyByCode } from '../regions/county.ts'
import type { Detail, Details } from './details.ts'
import type { Told } from '../told/read-told.ts'
import { valueWords, wordOf } from './words.ts'

export type Cell = string | number
/** A table as a file will hold it, its headings first. */
export type Table = readonly (readonly Cell[])[]

/** Who was drawn, with the facts and what the rules make of them: a line for each person and programme. */
export function sampleTable({ details }: Details, language: Language): Table {
  const say = textsIn(language)
  const headings = [
    ...PLACE.map((key) => say(key)),
    say('inspection:drawn-of'),
    say('inspection:outcome'),
    say('inspection:clauses'),
    say('inspection:missing'),
    ...FACT_NAMES.map((fact) => say(`console:fact.${fact}`)),
    say('inspection:ledger'),
    say('inspection:granted-amount'),
    say('inspection:paid-amount'),
  ]
  return [headings, ...details.map((detail) => sampleLine(detail, language))]
}

/** Every condition as it was judged, a line each. */
export function reasonsTable({ details }: Details, language: Language): Table {
  const say = textsIn(language)
  const headings = [
    ...PLACE.map((key) => say(key)),
    say('inspection:condition'),
    say('inspection:holds'),
    say('inspection:clause'),
  ]
  const lines = details.flatMap((detail) =>
    detail.determination.reasons.map(({ condition, value, citation }) => [
      ...placeCells(detail, language),
      wordOf('console:condition', condition, language),
      say(value === null ? 'console:truth.unknown' : value ? 'console:truth.true' : 'console:truth.false'),
      citation,
    ]),
  )
  return [headings, ...lines]
}

/** What was said between the households drawn and the office. */
export function messagesTable({ details, told }: Details, language: Language): Table {
  const say = textsIn(language)
  const numbers = new Map(details.map(({ household }) => [household.id, household.number]))
  const headings = [
    say('inspection:household'),
    say('inspection:at'),
    say('inspection:channel'),
    say('inspection:kind'),
    say('inspection:text'),
  ]
  return [headings, ...told.map((one) => messageLine(one, numbers.get(one.household) ?? '', language))]
}

const PLACE = [
  'inspection:county',
  'inspection:township',
  'inspection:village',
  'inspection:household',
  'inspection:person',
  'inspection:programme',
  'inspection:programme-name',
] as const satisfies readonly TextKey[]

function placeCells({ stratum, household, personNumber }: Detail, language: Language): readonly Cell[] {
  const county = countyByCode(stratum.county)
  return [
    (language === 'bo' ? county?.nameBo : null) ?? county?.name ?? stratum.county,
    household.township ?? '',
    household.village ?? '',
    household.number,
    personNumber,
    stratum.programme,
    textsIn(language)(`policy:programme.${stratum.programme}.name`),
  ]
}

function sampleLine(detail: Detail, language: Language): readonly Cell[] {
  const { stratum, facts, determination, ledger } = detail
  const say = textsIn(language)
  return [
    ...placeCells(detail, language),
    stratum.size,
    say(`console:outcome.${determination.outcome}`),
    determination.citations.join(' '),
    determination.missing.map((fact) => say(`console:fact.${fact}`)).join(' · '),
    ...FACT_NAMES.map((fact) => valueWords(fact, facts[fact], language)),
    say(`console:ledger-filter.${ledger?.state ?? 'none'}`),
    yuan(ledger?.grantedAmount),
    yuan(ledger?.paidAmount),
  ]
}

function messageLine({ at, channel, kind, text }: Told, number: string, language: Language): readonly Cell[] {
  return [number, at, channel, textsIn(language)(`inspection:kind.${kind}`), text]
}

function yuan(fen: number | null | undefined): Cell {
  return fen === null || fen === undefined ? '' : fen / 100
}
