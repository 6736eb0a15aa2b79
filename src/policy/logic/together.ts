import type { FactClasses } from './classes.ts'
import type { Determination } from '../determination.ts'
import type { Rule } from './rule.ts'

/** What every rule gives a person, in the order of the rules. A person is given by the classes of the facts. */
export type Together = (person: readonly number[]) => Determination[]

type Group = { readonly facts: readonly number[]; readonly members: readonly number[] }

// With more places than this hardly anybody is met again at the same one.
const PLACES_AT_MOST = 2048

/** Lets rules that read nearly the same facts share a table: one place is found, and all their determinations stand there. */
export function together(rules: readonly Rule[], classes: readonly FactClasses[]): Together {
  const sizes = classes.map(({ representatives }) => representatives.length)
  const groups = groupsOf(rules, sizes)
  // A rule that shares with none has a smaller table of its own, by what it alone can tell apart.
  const alone = groups.flatMap(({ members }) => (members.length === 1 ? members : []))
  const shared = groups.filter(({ members }) => members.length > 1)
  const tables = shared.map((group) => ({ ...group, ...tableOf(group.facts, sizes) }))
  return (person) => {
    const found = new Array<Determination>(rules.length)
    for (const { facts, steps, table, members } of tables) {
      let place = 0
      for (let at = 0; at < facts.length; at++) place += (steps[at] ?? 0) * (person[facts[at] ?? 0] ?? 0)
      const here = table[place] ?? members.flatMap((member) => rules[member]?.determine(person) ?? [])
      table[place] = here
      for (let at = 0; at < members.length; at++) put(found, members[at], here[at])
    }
    for (const member of alone) put(found, member, rules[member]?.determine(person))
    return found
  }
}

// Those that read most facts come first: those that read fewer find their facts read already.
function groupsOf(rules: readonly Rule[], sizes: readonly number[]): readonly Group[] {
  const greediest = [...rules.entries()].sort(([, a], [, b]) => b.reads.length - a.reads.length)
  const groups: Group[] = []
  for (const [member, { reads }] of greediest) {
    const joined = groups.map(({ facts }) => [...new Set([...facts, ...reads])])
    const fitting = joined.findIndex((facts) => placesOf(facts, sizes) <= PLACES_AT_MOST)
    const members = groups[fitting]?.members ?? []
    const group = { facts: joined[fitting] ?? reads, members: [...members, member] }
    groups.splice(fitting < 0 ? groups.length : fitting, 1, group)
  }
  return groups
}

function tableOf(facts: readonly number[], sizes: readonly number[]) {
  const steps = facts.map((_, at) => placesOf(facts.slice(0, at), sizes))
  const table = new Array<readonly Determination[] | undefined>(placesOf(facts, sizes)).fill(undefined)
  return { steps, table }
}

function placesOf(facts: readonly number[], sizes: readonly number[]): number {
  return facts.reduce((places, fact) => places * (sizes[fact] ?? 1), 1)
}

function put<T>(into: T[], at: number | undefined, value: T | undefined): void {
  if (at !== undefined && value !== undefined) into[at] = value
}
