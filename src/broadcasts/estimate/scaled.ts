import type { Preview } from '../../audiences/preview.ts'
import type { Tallied, Tally } from './tally.ts'

/**
 * What a whole audience comes to where only a part of it was worded: the part of each language stands for all who read it,
 * and who is not reached was counted anyway. A language of which the part held nobody has its number alone.
 */
export function scaled({ languages }: Tally, { reach, unreached }: Preview): Tally {
  const readers = new Map<keyof Scaled, number>()
  for (const { language, messages } of reach) readers.set(language, (readers.get(language) ?? 0) + messages)
  return {
    languages: new Map(
      [...readers].map(([language, all]) => [language, enlarged(languages.get(language) ?? NOBODY, all)]),
    ),
    unreached: new Map(
      (Object.entries(unreached) as [keyof typeof unreached, number][]).filter(([, count]) => count > 0),
    ),
  }
}

type Scaled = Record<Preview['reach'][number]['language'], unknown>

const NOBODY: Tallied = {
  messages: 0,
  bySegments: new Map(),
  over: new Map(),
  skipped: new Map(),
  longest: null,
}

function enlarged(part: Tallied, all: number): Tallied {
  const met = part.messages + total(part.skipped)
  if (met === 0) return { ...part, messages: all }
  const times = <Key>(counts: ReadonlyMap<Key, number>) =>
    new Map([...counts].map(([key, count]) => [key, Math.round((count * all) / met)] as const))
  const bySegments = times(part.bySegments)
  // By each channel apart: rounded as one, there could be more SMS than messages.
  const telegram = part.messages - total(part.bySegments)
  return {
    messages: Math.round((telegram * all) / met) + total(bySegments),
    bySegments,
    over: times(part.over),
    skipped: times(part.skipped),
    longest: part.longest,
  }
}

function total(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
