import type { Answer } from './answer.ts'
import { differing } from './words/both-briefly.ts'
import { asTold, contradicted } from './hearing/otherwise.ts'
import { otherwiseInWords, recordedLines } from './words/otherwise.ts'
import { type Line, say } from './words/reply.ts'
import type { Scene } from './scene.ts'
import type { Otherwise, Session } from './session/session.ts'
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
  const isSame = decidedIn(recorded) === decidedIn(told)
  const remember = { ...recorded.remember, otherwise }
  if (isSame && record.length === 0) return { ...recorded, remember }
  const lines = isSame
    ? [...record, ...sameLines(otherwise), ...linesOf(recorded)]
    : [...record, ...bothLines(ifTold(household, otherwise), told, recorded), ...(justSaid ? [] : [review])]
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

// A child whom the record does not have may well get something.
function sameLines({ county, registered, persons }: Otherwise): readonly Line[] {
  const isOfMore = county !== undefined || registered !== undefined || Object.keys(persons).length > 0
  return isOfMore ? [[say('conversation:record.same')]] : []
}

// An answer that differs in nothing of its own is told by what the other differs in.
function bothLines(heading: Line[number], told: Answer, recorded: Answer): readonly Line[] {
  const parts = differing(linesOf(told), linesOf(recorded))
  return [
    ...(parts.told.length === 0 ? [] : [[heading], ...parts.told]),
    ...(parts.recorded.length === 0 ? [] : [[say('conversation:record.so')], ...parts.recorded]),
    ...parts.rest,
  ]
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

// What an answer decides, whatever its words; the words alone where it decides nothing.
function decidedIn({ determinations = [], reply }: Answer): string {
  if (determinations.length === 0) return JSON.stringify(reply)
  return JSON.stringify(determinations.map(({ person, programme, outcome }) => [person, programme, outcome]))
}

function bothAnswered(one: Session['answered'] | undefined, other: Session['answered'] | undefined) {
  if (one == null || other == null) return one ?? other
  return {
    programmes: [...new Set([...one.programmes, ...other.programmes])],
    persons: [...new Set([...one.persons, ...other.persons])],
  }
}
