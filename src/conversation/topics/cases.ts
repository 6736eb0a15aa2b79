import type { Answer } from '../answer.ts'
import { type Line, say } from '../reply.ts'
import { factsFor, type Scene } from '../scene.ts'
import type { CaseKind, Change } from '../turn.ts'

/** Hands the person's own words to the office as a case; a second request of a kind joins the first. */
export function openCase(scene: Scene, caseKind: CaseKind): Answer {
  const open = scene.turn.openCases[caseKind]
  const reference = open ?? scene.turn.reference
  const told = say(`conversation:case.${caseKind}.${open === undefined ? 'opened' : 'joined'}`, { reference })
  return {
    reply: { lines: [[told], ...detailLines(caseKind)], span: 'one' },
    remember: { asking: { kind: 'case', reference } },
    changes: [open === undefined ? opening(scene, caseKind) : adding(scene, open)],
  }
}

/** Adds a message to the case that was just opened. */
export function addToCase(scene: Scene, reference: string): Answer {
  return {
    reply: { lines: [[say('conversation:case.added', { reference })]], span: 'one' },
    remember: { asking: { kind: 'case', reference } },
    changes: [adding(scene, reference)],
  }
}

function detailLines(caseKind: CaseKind): readonly Line[] {
  return caseKind === 'misuse'
    ? [[say('conversation:case.misuse.detail')], [say('conversation:case.misuse.rule')]]
    : [[say('conversation:case.detail')]]
}

// A report of misuse is nobody's: it never stands beside the household it came from.
function opening(scene: Scene, caseKind: CaseKind): Change {
  const { turn, household, heard } = scene
  return {
    kind: 'open-case',
    caseKind,
    reference: turn.reference,
    text: turn.message.text,
    householdId: caseKind === 'misuse' ? null : (household?.id ?? null),
    county: heard.county ?? household?.county ?? factsFor(scene, null)['household.county'] ?? null,
  }
}

function adding({ turn }: Scene, reference: string): Change {
  return { kind: 'add-to-case', reference, text: turn.message.text }
}
