import type { Day } from '../../policy/facts.ts'
import { entryOn } from '../../policy/parameters/dated.ts'
import type { PolicyBook } from '../../policy/parameters/parameters.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'
import { dayText } from './day-text.ts'
import { nameOf } from './benefits.ts'
import { say, type Text } from './reply.ts'

/** The day and the book that an answer rests on. */
type On = { readonly today: Day; readonly book: PolicyBook }

/** That a programme is not in force, and since when by what decision; before the plan, that there is none. */
export function notInForceText(programme: ProgrammeId, { today, book }: On): Text {
  const ending = endingOf(programme, today, book)
  if (ending === null) return say('policy:condition.in-force.false')
  return say('policy:condition.in-force.ended', { day: dayText(ending.from), clause: ending.citation })
}

/** Which of these programmes have ended, a sentence for each decision. */
export function endedTexts(programmes: readonly ProgrammeId[], { today, book }: On): readonly Text[] {
  const ended = programmes.flatMap((programme) => {
    const ending = endingOf(programme, today, book)
    return ending === null ? [] : [{ programme, ending }]
  })
  const decisions = Map.groupBy(ended, ({ ending }) => `${ending.from} ${ending.citation}`)
  return [...decisions.values()].flatMap((of) => {
    const [first] = of
    if (first === undefined) return []
    const { from, citation } = first.ending
    const ofIt = { list: of.map(({ programme }) => nameOf(programme)) }
    return [say('policy:topic.ended', { programmes: ofIt, day: dayText(from), clause: citation })]
  })
}

function endingOf(programme: ProgrammeId, today: Day, book: PolicyBook) {
  const entry = entryOn(book.programmes[programme], today)
  return entry?.value === null ? entry : null
}
