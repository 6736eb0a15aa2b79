import { type CaseStatistics, caseTotals } from '../../cases/statistics.ts'
import { CASE_KINDS, type CaseKind, type CaseOutcome } from '../../conversation/case.ts'
import { type Language, textsIn } from '../../i18n/texts.ts'
import { countyName } from '../area-name.ts'
import type { Lines } from '../download/download.ts'

/** The statistics as a table: a line for each kind, one for all, then what they came to. */
export async function* statisticsLines(language: Language, statistics: CaseStatistics): Lines {
  const say = textsIn(language)
  yield [say('console:case.stats-since'), statistics.since]
  yield [say('console:case.stats-until'), statistics.until]
  yield [
    say('console:case.kind'),
    say('console:case.stats-opened'),
    say('console:case.state.open'),
    say('console:case.stats-found'),
    say('console:overview.median-days'),
    say('console:case.stats-late'),
  ]
  for (const kind of [...CASE_KINDS, null]) {
    const { count, open, found, medianDays, late } = caseTotals(statistics, kind)
    yield [kindWord(language, kind), count, open, foundIn(kind) ? found : null, medianDays, late]
  }
  yield [
    say('console:staff.area'),
    say('console:case.stats-opened'),
    say('console:case.state.open'),
    say('console:case.stats-found'),
    say('console:case.stats-late'),
  ]
  for (const { county, count, open, found, late } of statistics.counties)
    yield [countyName(county, language), count, open, found, late]
  yield [say('console:case.kind'), say('console:case.outcome'), say('console:case.stats-opened')]
  for (const { kind, outcome, count } of statistics.groups)
    yield [kindWord(language, kind), outcomeWord(language, outcome), count]
}

/** A kind in a few words; all kinds together where it is null. */
export function kindWord(language: Language, kind: CaseKind | null): string {
  const say = textsIn(language)
  return say(kind === null ? 'console:case.state.all' : `conversation:case.kind.${kind}`)
}

/** An outcome in a few words, as staff count it; null is still open. */
export function outcomeWord(language: Language, outcome: CaseOutcome | null): string {
  const say = textsIn(language)
  return say(outcome === null ? 'console:case.state.open' : `console:case.came-to.${outcome}`)
}

/** Whether a case of this kind can end with a household found: it asked to be on the register. */
export function foundIn(kind: CaseKind | null): boolean {
  return kind === null || kind === 'missing'
}
