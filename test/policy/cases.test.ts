import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Determination, determineOne, type Outcome } from '../../src/policy/determine.ts'
import type { Day, FactName, Facts } from '../../src/policy/facts.ts'
import { atomsOf } from '../../src/policy/logic/logic.ts'
import { PROGRAMMES } from '../../src/policy/programmes/index.ts'

type Case = {
  readonly case: string
  readonly asOf: Day
  readonly facts: Facts
  readonly outcome: Outcome
  readonly missing?: readonly string[]
  readonly benefit?: unknown
  readonly priority?: boolean | null
  readonly reasons?: Readonly<Record<string, boolean | null>>
}

const folder = new URL('./cases/', import.meta.url)
const files = readdirSync(folder)

function casesOf(programme: string): readonly Case[] {
  // The cases are written by hand in this shape; a wrong one fails its own test.
  return JSON.parse(readFileSync(new URL(`${programme}.json`, folder), 'utf8')) as readonly Case[]
}

function reasonsIn(determination: Determination): Record<string, boolean | null> {
  return Object.fromEntries(determination.reasons.map((reason) => [reason.condition, reason.value]))
}

it('every programme has its cases, and every file its programme', () => {
  expect(files.sort()).toEqual(PROGRAMMES.map((programme) => `${programme.id}.json`).sort())
})

describe.each(PROGRAMMES.map((programme) => [programme.id, programme] as const))('%s', (id, programme) => {
  const cases = casesOf(id)

  it.each(cases.map((each) => [each.case, each] as const))('%s', (_, expected) => {
    const found = determineOne(id, expected.facts, expected.asOf)
    expect(found.outcome).toBe(expected.outcome)
    if (expected.missing !== undefined) expect(found.missing).toEqual(expected.missing)
    if (expected.benefit !== undefined) expect(found.benefit).toEqual(expected.benefit)
    if (expected.priority !== undefined) expect(found.priority).toBe(expected.priority)
    if (expected.reasons !== undefined) expect(reasonsIn(found)).toEqual(expected.reasons)
  })

  it('has a case that qualifies, one that fails by each condition, and one that waits for each fact', () => {
    const found = cases.map((each) => determineOne(id, each.facts, each.asOf))
    expect(found.some(({ outcome }) => outcome === 'eligible')).toBe(true)
    const atoms = atomsOf(programme.conditions)
    const failed = found.filter(({ outcome }) => outcome === 'ineligible').flatMap(({ reasons }) => reasons)
    const failing = new Set(failed.filter(({ value }) => value === false).map(({ condition }) => condition))
    expect(atoms.map(({ condition }) => condition).filter((condition) => !failing.has(condition))).toEqual([])
    const awaited = new Set<string>(
      found.filter(({ missing }) => missing.length === 1).flatMap(({ missing }) => missing),
    )
    const facts: FactName[] = atoms.map(({ fact }) => fact)
    expect(facts.filter((fact) => !awaited.has(fact))).toEqual([])
  })
})
