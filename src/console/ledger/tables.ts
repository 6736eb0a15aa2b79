import { type Gap, type Gaps, missingOf } from '../../audiences/gaps.ts'
import { type Language, textsIn } from '../../i18n/texts.ts'
import { countyName } from '../area-name.ts'
import type { Lines } from '../download/download.ts'
import { dayTime } from '../moments.ts'
import { inFigureOrder } from './figure-order.ts'
import type { NamedLine } from './named-lines.ts'
import type { DeskQuery } from './query.ts'

/** The figures as a table: the places, then the programmes, as the page has them. */
export async function* figureLines(language: Language, query: DeskQuery, gaps: Gaps): Lines {
  const say = textsIn(language)
  const heads = (['eligible', 'told', 'applied', 'received', 'missing'] as const).map((name) =>
    say(`console:gap.${name}`),
  )
  yield [say('console:ledger.year'), `${gaps.year}–${gaps.year + 1}`]
  yield [say('console:audit.at'), gaps.keptAt === null ? gaps.day : dayTime(gaps.keptAt)]
  yield [say('console:gap.by-place'), ...heads]
  for (const { place, gap } of inFigureOrder(gaps.places, query.sort)) {
    const name = query.county.length === 6 ? place : countyName(place, language)
    yield [name ?? query.village ?? say('console:area.unknown'), ...figuresOf(gap)]
  }
  yield [say('console:gap.by-programme'), ...heads]
  for (const { programme, gap } of inFigureOrder(gaps.programmes, query.sort))
    yield [say(`policy:programme.${programme}.name`), ...figuresOf(gap)]
}

function figuresOf(gap: Gap) {
  return [gap.eligible, gap.told, gap.applied, gap.received, missingOf(gap)]
}

/** The list as a table; sums in yuan. */
export async function* listLines(language: Language, lines: AsyncIterable<NamedLine>): Lines {
  const say = textsIn(language)
  yield [
    say('console:staff.name'),
    say('console:condition.stage'),
    say('console:household.head'),
    say('console:gap.county'),
    say('console:gap.township'),
    say('console:gap.village'),
    say('console:ledger.programme'),
    say('console:audience.outcome'),
    say('console:ledger.year'),
    say('console:audience.ledger'),
    ...(['told', 'applied', 'granted', 'paid', 'refused'] as const).map((step) =>
      say(`console:ledger.${step}`),
    ),
    say('console:gap.granted-amount'),
    say('console:gap.paid-amount'),
  ]
  for await (const { line, person, head, village } of lines) {
    yield [
      person?.name ?? null,
      person?.stage == null ? null : say(`policy:stage.${person.stage}`),
      head,
      countyName(line.county, language),
      line.township,
      village,
      say(`policy:programme.${line.programme}.name`),
      say(`console:outcome.${line.outcome}`),
      `${line.schoolYear}–${line.schoolYear + 1}`,
      say(`console:ledger-filter.${line.state}`),
      line.toldOn,
      line.appliedOn,
      line.grantedOn,
      line.paidOn,
      line.refusedOn,
      yuan(line.grantedAmount),
      yuan(line.paidAmount),
    ]
  }
}

function yuan(fen: number | null): number | null {
  return fen === null ? null : fen / 100
}
