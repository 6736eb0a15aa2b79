import type { Answer } from './answer.ts'
import { asTold, contradicted } from './otherwise.ts'
import { otherwiseInWords, recordedLines } from './otherwise-words.ts'
import { type Line, say } from './reply.ts'
import type { Scene } from './scene.ts'
import type { Otherwise, Session } from './session.ts'
import { offerCase } from './topics/cases.ts'

type Answering = (scene: Scene) => Answer

/**
 * An answer by the record and, where the family says otherwise and that makes a difference, by its words as well. What
 * was `justSaid` against the record is met with what the record says; later the two answers alone are given.
 */
export function bothWays(scene: Scene, justSaid: boolean, answering: Answering): Answer {
  const { household, session } = scene
  const { otherwise } = session
  if (household === null || otherwise === null) return answering(scene)
  const recorded = answering(withoutOtherwise(scene))
  const told = answering(toldScene(scene, asTold(household, otherwise, scene.turn.today)))
  const record = justSaid ? recordedLines(scene, household, otherwise) : []
  const review: Line = [say('conversation:standing.review', { missing: say('conversation:word.missing') })]
  const isSame = JSON.stringify(recorded.reply) === JSON.stringify(told.reply)
  const remember = { ...recorded.remember, otherwise }
  if (isSame && record.length === 0) return { ...recorded, remember }
  const lines = isSame
    ? [...record, ...linesOf(recorded)]
    : [
        ...record,
        [ifTold(household, otherwise)],
        ...briefly(linesOf(told)),
        [say('conversation:record.so')],
        ...briefly(linesOf(recorded)),
        ...(justSaid ? [] : [review]),
      ]
  const answered = bothAnswered(recorded.remember?.answered, told.remember?.answered)
  const offer = justSaid
    ? offerCase(scene, 'correction', scene.turn.message.text + otherwiseInWords(scene))
    : null
  return {
    reply: { ...offer?.reply, lines, span: 'many' },
    remember: {
      ...remember,
      asking: null,
      ...(answered === undefined ? {} : { answered }),
      ...offer?.remember,
    },
    determinations: [...(told.determinations ?? []), ...(recorded.determinations ?? [])],
  }
}

function withoutOtherwise(scene: Scene): Scene {
  return { ...scene, session: { ...scene.session, otherwise: null } }
}

function toldScene(scene: Scene, household: NonNullable<Scene['household']>): Scene {
  const ids = scene.focus.persons?.map(({ id }) => id) ?? null
  const persons = ids === null ? null : household.persons.filter(({ id }) => ids.includes(id))
  return { ...withoutOtherwise(scene), household, focus: { ...scene.focus, persons }, byWord: true }
}

function ifTold(household: NonNullable<Scene['household']>, otherwise: Otherwise): Line[number] {
  const [one, ...others] = contradicted(household, otherwise)
  const isAlone = others.length === 0 && otherwise.county === undefined && otherwise.registered === undefined
  if (one === undefined || !isAlone || one[1].stage === undefined) return say('conversation:record.if-told')
  const [{ name }, { stage }] = one
  return say('conversation:record.if-so', { who: { name }, stage: say(`policy:stage.${stage}`) })
}

function linesOf({ reply }: Answer): readonly Line[] {
  return reply?.lines ?? []
}

// Twice the answer is long enough: reasons, and what to do next, are told when asked for.
function briefly(lines: readonly Line[]): readonly Line[] {
  return lines.filter(([first]) => first !== undefined && !ASIDE.test(first.key)).slice(0, SHORT)
}

const SHORT = 4

const ASIDE = /^conversation:(?:answer\.(?:why|next|priority|if|total)$|standing\.review)|^policy:fact\./

function bothAnswered(one: Session['answered'] | undefined, other: Session['answered'] | undefined) {
  if (one == null || other == null) return one ?? other
  return {
    programmes: [...new Set([...one.programmes, ...other.programmes])],
    persons: [...new Set([...one.persons, ...other.persons])],
  }
}
