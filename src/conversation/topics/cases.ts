import type { Answer } from '../answer.ts'
import { type Line, say } from '../reply.ts'
import { factsFor, type Scene } from '../scene.ts'
import type { CaseKind, Change } from '../turn.ts'

/** Hands a person's own words to the office as a case; a second request of a kind joins the first. */
export function openCase(scene: Scene, caseKind: CaseKind, text: string): Answer {
  const open = scene.turn.openCases[caseKind]
  const reference = open ?? scene.turn.reference
  const told = say(`conversation:case.${caseKind}.${open === undefined ? 'opened' : 'joined'}`, { reference })
  return {
    reply: { lines: [[told], ...detailLines(caseKind)], span: 'one' },
    remember: { asking: { kind: 'case', reference } },
    changes: [open === undefined ? opening(scene, caseKind, text) : adding(open, text)],
  }
}

/** Asks whether a request is meant, where the words may have been misheard: nobody at the office is troubled for nothing. */
export function offerCase({ turn }: Scene, caseKind: CaseKind, text: string = turn.message.text): Answer {
  return {
    reply: {
      lines: [],
      closing: [[say(`conversation:case.offer.${caseKind}`)]],
      choices: [
        { number: 1, label: 'conversation:choice.yes' },
        { number: 2, label: 'conversation:choice.no' },
      ],
      span: 'one',
    },
    remember: { asking: { kind: 'offer', caseKind, text: text.slice(0, 2000) } },
  }
}

/** Adds a message to the case that was just opened. */
export function addToCase(scene: Scene, reference: string): Answer {
  return {
    reply: { lines: [[say('conversation:case.added', { reference })]], span: 'one' },
    remember: { asking: { kind: 'case', reference } },
    changes: [adding(reference, scene.turn.message.text)],
  }
}

function detailLines(caseKind: CaseKind): readonly Line[] {
  return caseKind === 'misuse'
    ? [[say('conversation:case.misuse.detail')], [say('conversation:case.misuse.rule')]]
    : [[say('conversation:case.detail')]]
}

// A report of misuse is nobody's: it never stands beside the household it came from.
function opening(scene: Scene, caseKind: CaseKind, text: string): Change {
  const { turn, household, heard } = scene
  return {
    kind: 'open-case',
    caseKind,
    reference: turn.reference,
    text,
    householdId: caseKind === 'misuse' ? null : (household?.id ?? null),
    county: heard.county ?? household?.county ?? factsFor(scene, null)['household.county'] ?? null,
  }
}

function adding(reference: string, text: string): Change {
  return { kind: 'add-to-case', reference, text }
}
