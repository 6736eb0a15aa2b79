import { auditWrite } from '../audit/entry.ts'
import type { FieldFault } from '../fault.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { mustHaveChangedOne, statement } from '../storage/store.ts'
import { ABOUT_A_TOPIC } from '../understanding/subject.ts'
import { type Done, FORBIDDEN, type Label, labelOf, mayLabel, NO_SENTENCE } from './sentence.ts'

/** A label as it was given: names, which may be none of ours. */
export type LabelGiven = { readonly intent: string; readonly topic: string }

type Read =
  | { readonly ok: true; readonly label: Label }
  | { readonly ok: false; readonly field: FieldFault & { readonly path: 'intent' | 'topic' } }

/** Reads a label; what is wrong with it is told by field. */
export function readLabel({ intent, topic }: LabelGiven): Read {
  const label = labelOf(intent, topic)
  if (labelOf(intent, null) === null) return wrong('intent', 'unknown')
  if (label === null) return wrong('topic', 'unknown')
  if (label.topic !== null && !ABOUT_A_TOPIC.has(label.intent)) return wrong('topic', 'not-of-this-intent')
  if (label.topic === null && label.intent === 'ask-programme') return wrong('topic', 'missing')
  return { ok: true, label }
}

function wrong(path: 'intent' | 'topic', problem: string): Read {
  return { ok: false, field: { path, problem } }
}

const LABEL = `update misunderstandings set label_intent = ?2, label_topic = ?3, labelled_by = ?4, labelled_at = ?5
  where id = ?1`
const TAKE_BACK = `update misunderstandings
  set label_intent = null, label_topic = null, labelled_by = null, labelled_at = null
  where id = ?1 and label_intent is not null`
const DISCARD = 'delete from misunderstandings where id = ?1'

/** Says what a sentence means. Faults: forbidden, not-found, invalid (by field). */
export async function labelSentence(
  services: Services,
  actor: Actor,
  id: string,
  given: LabelGiven,
): Promise<Done> {
  if (!mayLabel(actor)) return FORBIDDEN
  const read = readLabel(given)
  if (!read.ok) return { ok: false, fault: { code: 'invalid', fields: [read.field] } }
  const { intent, topic } = read.label
  const values = [id, intent, topic, actor.name, services.clock().toISOString()]
  return change(services, actor, { sql: LABEL, values, action: 'sentence.label', detail: { intent, topic } })
}

/** Takes a label back, so that the sentence is to be labelled again. Faults: forbidden, not-found (or not labelled). */
export function takeLabelBack(services: Services, actor: Actor, id: string): Promise<Done> {
  return change(services, actor, { sql: TAKE_BACK, values: [id], action: 'sentence.unlabel' })
}

/** Forgets a sentence at once: nothing to learn from, or something personal left in it. Faults: forbidden, not-found. */
export function discardSentence(services: Services, actor: Actor, id: string): Promise<Done> {
  return change(services, actor, { sql: DISCARD, values: [id], action: 'sentence.discard' })
}

type Changing = {
  readonly sql: string
  /** The sentence's id first. */
  readonly values: readonly (string | null)[]
  readonly action: string
  readonly detail?: Readonly<Record<string, string | null>>
}

async function change(
  services: Services,
  actor: Actor,
  { sql, values, action, detail }: Changing,
): Promise<Done> {
  if (!mayLabel(actor)) return FORBIDDEN
  const audited = { action, subject: values[0] ?? null, ...(detail === undefined ? {} : { detail }) }
  const commit = await services.store.atomically([
    statement(sql, values),
    mustHaveChangedOne(),
    auditWrite(services, actor, audited),
  ])
  return commit === 'conflict' ? NO_SENTENCE : { ok: true }
}
