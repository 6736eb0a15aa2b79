import Publicodes, { type EvaluatedNode } from 'publicodes'
import type { Outcome } from '../../../src/policy/determine.ts'
import type { ProgrammeId } from '../../../src/policy/programme.ts'
import { PROGRAMME_IDS } from '../../../src/policy/programme.ts'
import type { Outcomes, Peer } from './peer.ts'
import type { Situation } from './persons.ts'
import { FACT_RULES, PROGRAMME_RULES } from './publicodes-rules.ts'

export type Answers = Readonly<Record<string, string | number>>
type Judged = readonly (readonly [ProgrammeId, EvaluatedNode])[]

const engine = publicodesEngine()

/** A fresh engine with the 23 rules. */
export function publicodesEngine(): Publicodes<string> {
  const facts = Object.fromEntries(FACT_RULES.map((name) => [name, null]))
  return new Publicodes<string>(
    { ...facts, ...PROGRAMME_RULES },
    { strict: { situation: true }, warn: false },
  )
}

/** A situation as publicodes takes it, its unknowns left out. */
export function answersOf(situation: Situation): Answers {
  const known = Object.entries(situation).filter(([, value]) => value !== null)
  return Object.fromEntries(known.map(([name, value]) => [name, expressionOf(value)]))
}

function expressionOf(value: string | number | boolean | null): string | number {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? `'${value}'` : value === true ? 'oui' : 'non'
}

/** Judges a situation. `evaluate` parses the rule's name anew at each call; the engine's own inner call is twice as fast. */
export function judge(answers: Answers): Judged {
  engine.setSituation(answers)
  const rules = engine.context.parsedRules
  return PROGRAMME_IDS.map((id) => [id, engine.evaluateNode(known(rules[id]))] as const)
}

export const publicodesPeer: Peer<Answers> = {
  name: 'publicodes',
  prepare: answersOf,
  judge,
  outcomes: (answers) =>
    Object.fromEntries(judge(answers).map(([id, node]) => [id, outcomeOf(node)])) as Outcomes,
  cannot:
    'three-valued, and its missing variables are ours; reasons only as its syntax tree, without citations; no dated figures, no age in completed years, no list with unknown members',
}

function outcomeOf({ nodeValue }: EvaluatedNode): Outcome {
  if (nodeValue === undefined) return 'unknown'
  return nodeValue === true ? 'eligible' : 'ineligible'
}

function known<T>(rule: T | undefined): T {
  if (rule === undefined) throw new Error('no such rule')
  return rule
}
