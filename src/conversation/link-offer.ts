import type { Intent } from '../understanding/types.ts'
import type { Answer } from './answer.ts'
import { isHeard } from './hearing/manner/heard.ts'
import { render } from './rendering/render.ts'
import { say } from './words/reply.ts'
import { type Scene, SOMEONE } from './scene.ts'
import { toldOf } from './session/told.ts'

/**
 * An answer to an unknown telephone that asks about its own family, with how to be answered from the record as its last
 * line: offered once in a talk, where there is room, and never asked for.
 */
export function withLinkOffer(scene: Scene, answer: Answer): Answer {
  const { turn, session, language } = scene
  if (answer.reply === null || turn.households.length > 0 || session.linkOffered) return answer
  // Beside a bare question it would be read first.
  if (answer.reply.lines.length === 0) return answer
  // Who wants no more messages, or nothing kept, is offered none.
  if (answer.changes?.some(({ kind }) => kind === 'stop' || kind === 'erase-contact')) return answer
  // A report of misuse is tied to nothing.
  const { asking } = answer.remember ?? {}
  if (asking?.kind === 'offer' && asking.caseKind === 'misuse') return answer
  if (asking?.kind === 'link' || !isOfTheirRecord(scene, answer)) return answer
  const offer = say('conversation:link.offer', { link: say('conversation:word.link') })
  const reply = { ...answer.reply, lines: [...answer.reply.lines, [offer]] }
  if (render(reply, language, turn.message.channel).rest !== null) return answer
  return { ...answer, reply, remember: { ...answer.remember, linkOffered: true } }
}

const OF_THE_RECORD: ReadonlySet<Intent> = new Set(['ask-status', 'ask-benefits', 'report-missing'])

function isOfTheirRecord({ heard, session }: Scene, { remember, changes = [] }: Answer): boolean {
  if (isHeard(heard) && OF_THE_RECORD.has(heard.intent)) return true
  const opensMissing = changes.some((change) => change.kind === 'open-case' && change.caseKind === 'missing')
  const after = { ...session, ...remember }
  const isRegistered = toldOf(after, SOMEONE).facts['household.registered'] === true
  return opensMissing || isRegistered || after.about === 'benefits' || after.about === 'status'
}
