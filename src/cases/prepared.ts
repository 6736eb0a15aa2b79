import type { CaseKind } from '../conversation/case.ts'
import { nameOf } from '../conversation/words/benefits.ts'
import { paramIn } from '../conversation/rendering/render.ts'
import { type Param, say } from '../conversation/words/reply.ts'
import { type Language, textsIn } from '../i18n/texts.ts'
import type { ProgrammeId } from '../policy/programmes/index.ts'
import type { StaffOutcome } from './outcomes.ts'

const TEXTS = [
  'checking',
  'ask-household',
  'ask-correction',
  'ask-refused',
  'ask-late',
  'ask-misuse',
  'ask-person',
  'added',
  'added-children',
  'already-listed',
  'lifted',
  'corrected',
  'record-right',
  'granted',
  'not-entitled',
  'paid',
  'paid-in-full',
  'thanks',
  'tell-more',
  'passed-on',
  'ask-again',
] as const
type PreparedText = (typeof TEXTS)[number]

/** A text prepared for staff: `outcome` is what it settles a case with, null where it answers one that stays open. */
export type Prepared = { readonly text: PreparedText; readonly outcome: StaffOutcome | null }

/** What a text may speak of; null is not known, and left for staff to write. */
export type Spoken = {
  readonly child: string | null
  readonly programme: ProgrammeId | null
  /** GB/T 2260 code. */
  readonly county: string | null
}

/** The texts prepared for a case of each kind: first those that answer it, then by outcome. None says what staff did not choose to say. */
export const PREPARED: Readonly<Record<CaseKind, readonly Prepared[]>> = {
  missing: [
    ...answering('checking', 'ask-household'),
    ...settling('added-to-register', 'added', 'added-children'),
    ...settling('explained', 'already-listed', 'lifted'),
    ...settling('unfounded', 'tell-more'),
    ...settling('passed-on', 'passed-on'),
  ],
  correction: [
    ...answering('checking', 'ask-correction'),
    ...settling('corrected', 'corrected'),
    ...settling('explained', 'record-right'),
    ...settling('unfounded', 'tell-more'),
    ...settling('passed-on', 'passed-on'),
  ],
  refused: [
    ...answering('checking', 'ask-refused'),
    ...settling('granted', 'granted'),
    ...settling('explained', 'not-entitled'),
    ...settling('unfounded', 'tell-more'),
    ...settling('passed-on', 'passed-on'),
  ],
  late: [
    ...answering('checking', 'ask-late'),
    ...settling('paid', 'paid'),
    ...settling('explained', 'paid-in-full'),
    ...settling('unfounded', 'tell-more'),
    ...settling('passed-on', 'passed-on'),
  ],
  misuse: [
    ...answering('checking', 'ask-misuse'),
    ...settling('dealt-with', 'thanks'),
    ...settling('unfounded', 'tell-more'),
    ...settling('passed-on', 'passed-on'),
    ...settling('cannot-be-told', 'thanks'),
  ],
  person: [
    ...answering('checking', 'ask-person'),
    ...settling('answered', 'ask-again'),
    ...settling('explained', 'ask-again'),
    ...settling('passed-on', 'passed-on'),
  ],
}

/**
 * A prepared text in one language, for staff to read over. What is not known stays as its placeholder, which cannot be sent.
 * The case's number is in no text: each telephone that asked has its own, and reads it in the message's first line.
 */
export function preparedText(
  language: Language,
  text: PreparedText,
  { child, programme, county }: Spoken,
): string {
  const word = (name: string, param: Param | null) =>
    param === null ? `{{${name}}}` : String(paramIn(param, language))
  return textsIn(language)(`cases:prepared.${text}`, {
    child: word('child', child === null ? null : say('conversation:who.named', { name: { name: child } })),
    programme: word('programme', programme === null ? null : nameOf(programme)),
    county: word('county', county === null ? null : { county }),
    how: word('how', say('conversation:word.how')),
    link: word('link', say('conversation:word.link')),
  })
}

/** Whether a text still holds a place to be filled in, or what is left of one. */
export function isUnfilled(text: string): boolean {
  return /[{}｛｝]/.test(text)
}

function answering(...texts: readonly PreparedText[]): readonly Prepared[] {
  return texts.map((text) => ({ text, outcome: null }))
}

function settling(outcome: StaffOutcome, ...texts: readonly PreparedText[]): readonly Prepared[] {
  return texts.map((text) => ({ text, outcome }))
}
