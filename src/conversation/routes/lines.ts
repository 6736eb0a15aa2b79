import type { Determination } from '../../policy/determine.ts'
import { nameOf, routeText } from '../words/benefits.ts'
import { decidingReasons, type Subject } from '../words/reasons.ts'
import { type Line, news, say, type Text } from '../words/reply.ts'
import type { Route } from './table.ts'

/** A way, as it stands for whoever asks. */
export type Way = { readonly route: Route; readonly determination: Determination }

/**
 * Each way by its number, whether it is open, and what it costs and what decides it or, where it is not open, why not.
 * Ways that follow each other and of which the same is to be said are told together. Beside a picture, that shows it of
 * all, the cost of what is not open is told as well.
 */
export function wayLines(ways: readonly Way[], subject: Subject, isBesidePicture: boolean): readonly Line[] {
  const told = new Set<string>()
  const groups: { readonly at: number; readonly ways: Way[]; readonly about: readonly Text[] }[] = []
  for (const [at, way] of ways.entries()) {
    const about = aboutWay(way, subject, isBesidePicture)
    const last = groups.at(-1)
    if (last !== undefined && isAlike(last.ways[0], way) && isSame(last.about, about)) last.ways.push(way)
    else groups.push({ at: at + 1, ways: [way], about })
  }
  return groups.map(({ at, ways: alike, about }) => [wayText(at, alike), ...unsaid(about, told)])
}

/** Alike ways by their numbers, and whether they are open. */
export function wayText(at: number, ways: readonly Way[]): Text {
  const [first] = ways
  const outcome = first?.determination.outcome ?? 'unknown'
  return say(`conversation:routes.${outcome}`, {
    number: ways.length === 1 ? at : `${at}–${at + ways.length - 1}`,
    programme: { list: ways.map(({ route }) => nameOf(route.programme)) },
    clause: first?.determination.citations[0] ?? '',
  })
}

function aboutWay({ route, determination }: Way, subject: Subject, isWhole: boolean): readonly Text[] {
  const { programme, as } = route
  if (determination.outcome === 'eligible') return [routeText(programme, determination)]
  const there = { ...subject, facts: { ...subject.facts, ...as } }
  const reasons = decidingReasons(determination, there).map(({ text }) => text)
  return isWhole && determination.benefit !== null
    ? [...reasons, routeText(programme, determination)]
    : reasons
}

function isAlike(one: Way | undefined, other: Way): boolean {
  if (one === undefined || one.determination.outcome !== other.determination.outcome) return false
  return one.determination.citations[0] === other.determination.citations[0]
}

// Four plans are told of in the same words, each under its own name.
function isSame(one: readonly Text[], other: readonly Text[]): boolean {
  const words = (texts: readonly Text[]) =>
    JSON.stringify(texts).replace(/policy:route\.special-plan-[\w-]+/g, 'policy:route.special-plan')
  return words(one) === words(other)
}

// A reason that holds for several ways is said once; what a way costs is said of each.
function unsaid(about: readonly Text[], told: Set<string>): readonly Text[] {
  return about.flatMap((text) => (text.key.startsWith('policy:route.') ? [text] : news([text], told)))
}
