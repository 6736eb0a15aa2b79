import { costOf } from '../../broadcasts/estimate/cost.ts'
import { textsIn } from '../../i18n/texts.ts'
import { countyName } from '../area-name.ts'
import type { Desk } from '../desk.ts'
import type { Lines } from '../download/download.ts'
import type { Figures } from './figures.ts'
import { countedWords, targetName, wantedWords } from './targets-table.tsx'
import { dayOf } from '../../time/clock.ts'
import { dayTime } from '../moments.ts'
import { beginOf } from './questions.ts'

/** All figures of the first page as one table, part after part. */
export async function* overviewLines(desk: Desk, figures: Figures, now: Date): Lines {
  const say = textsIn(desk.language)
  const { cases, settled, households, pupils, gaps, questions, sent, reminders, spent, price, targets } =
    figures
  if (figures.keptAt !== null) yield [say('console:overview.kept', { at: dayTime(figures.keptAt) })]
  yield [say('console:overview.open-cases'), cases.open]
  yield [say('console:overview.overdue-cases'), cases.overdue]
  yield [say('console:overview.settled'), settled.count]
  yield [say('console:overview.in-time'), settled.inTime]
  yield [say('console:overview.median-days'), settled.medianDays]
  yield [say('console:overview.standings')]
  for (const { name, count } of households) yield [name, count]
  yield [say('console:overview.pupils')]
  for (const { name, count } of pupils) yield [name, count]
  if (gaps !== null) {
    const heads = (['eligible', 'told', 'applied', 'received'] as const).map((name) =>
      say(`console:gap.${name}`),
    )
    yield [say('console:gap.by-programme'), ...heads]
    for (const { programme, gap } of gaps.programmes)
      yield [say(`policy:programme.${programme}.name`), gap.eligible, gap.told, gap.applied, gap.received]
    yield [say('console:gap.by-place'), ...heads]
    for (const { place, gap } of gaps.places) {
      const name = desk.actor.area.code.length === 6 ? place : countyName(place, desk.language)
      yield [name, gap.eligible, gap.told, gap.applied, gap.received]
    }
  }
  yield [say('console:overview.weeks')]
  for (const { week, topic, language, count } of questions)
    yield [dayOf(beginOf(week, now)), topic, language, count]
  yield [say('console:overview.sent')]
  for (const { kind, channel, count } of sent) yield [say(`console:overview.sent.${kind}`), channel, count]
  yield [say('console:overview.segments'), reminders.segments, reminders.amount, reminders.currency]
  yield [say('console:overview.spent')]
  for (const { week, kind, language, messages, segments } of spent) {
    const cost = costOf(segments, price ?? undefined)
    const begins = dayOf(beginOf(week, now))
    const what = say(`console:overview.sent.${kind}`)
    yield [begins, what, language, messages, segments, cost?.amount ?? null, cost?.currency ?? null]
  }
  yield [say('console:overview.targets')]
  for (const { target, counted } of targets)
    yield [
      targetName(desk, target),
      target.citation,
      target.year,
      wantedWords(desk, target),
      countedWords(desk, counted),
    ]
}
