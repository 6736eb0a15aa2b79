import { FACT_NAMES, type FactName } from '../../policy/facts.ts'
import type { Answer } from '../answer.ts'
import { corrects } from '../hearing/manner/turns.ts'
import { saidInstead } from '../hearing/mending.ts'
import { askFact } from './questions.ts'
import { isGivenUp } from '../hearing/otherwise.ts'
import { type Param, type Reply, say } from '../words/reply.ts'
import { type Scene, whoFor } from '../scene.ts'
import type { Session } from '../session/session.ts'
import { toldOf, untell } from '../session/told.ts'
import { menu } from '../topics/help.ts'
import { valueText } from '../words/value-text.ts'

/** One question back: the last answer counts no more, and is named; with nothing to go back to, the talk begins anew. */
export function goBack(scene: Scene): Answer {
  const { previous } = scene.session
  if (previous === null) return menu(say('conversation:corrected'))
  const { fact, person, options } = previous
  const before = spokenValue(scene.session, person, fact)
  const session = untell(scene.session, person, fact)
  const of = scene.household?.persons.find(({ id }) => id === person) ?? null
  const topic = scene.focus.topic ?? session.topic
  const who = whoFor({ ...scene, session, focus: { ...scene.focus, topic } }, of)
  const ask = askFact(fact, person, who, options)
  const undone = before === null ? 'conversation:corrected' : 'conversation:mended.back'
  return {
    reply: {
      lines: [[before === null ? say(undone) : say(undone, { before })]],
      closing: [ask.line],
      choices: ask.choices,
      span: 'one',
    },
    remember: { told: session.told, asking: ask.asking, previous: null },
  }
}

/** An answer to words that mend what was told: which of it counts no more, and what does instead, comes first. */
export function withMended(scene: Scene, answer: Answer): Answer {
  const { text } = scene.turn.message
  if (answer.reply !== null && isGivenUp(scene)) return agreed(answer, answer.reply)
  if (answer.reply === null || (saidInstead(text) === null && !corrects(text))) return answer
  const after = { ...scene.session, ...answer.remember }
  const mended = changedIn(scene.turn.session, after, scene.household !== null)
  if (mended === null) return answer
  const { reply } = answer
  return {
    ...answer,
    reply: { ...reply, lines: [[say('conversation:mended.changed', mended)], ...reply.lines] },
  }
}

function agreed(answer: Answer, reply: Reply): Answer {
  const lines = [[say('conversation:record.agreed')], ...reply.lines]
  return { ...answer, reply: { ...reply, lines }, continues: 'no' }
}

// Beside a record, the facts of nobody by name are only this message's.
function changedIn(
  before: Session,
  after: Session,
  isRecorded: boolean,
): { readonly before: Param; readonly now: Param } | null {
  for (const person of Object.keys(after.told)) {
    for (const fact of FACT_NAMES) {
      if (isRecorded && person === '') continue
      const [was, is] = [spokenValue(before, person, fact), spokenValue(after, person, fact)]
      if (was !== null && is !== null && JSON.stringify(was) !== JSON.stringify(is))
        return { before: was, now: is }
    }
  }
  return null
}

function spokenValue(session: Session, person: string, fact: FactName): Param | null {
  const owner = fact.startsWith('household.') ? '' : person
  const value = toldOf(session, owner).facts[fact]
  return value === null || value === undefined ? null : valueText(fact, value)
}
