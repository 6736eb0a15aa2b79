import type { Answer } from './answer.ts'
import { sceneOf } from './hearing/listen.ts'
import { isQuestion } from './hearing/manner/questions.ts'
import { heardIn } from './hearing/said-beyond.ts'
import { namesTopic } from './persons/focus.ts'
import type { Scene } from './scene.ts'
import type { Change } from './turn.ts'
import type { Line } from './words/reply.ts'

/**
 * 幼儿园免多少钱，高三能贷款吗: two questions about two topics in one message, each answered as if it stood alone, what each
 * brings before the reasons of either. Null where the message is no two questions.
 */
export function answerBothQuestions(scene: Scene, answer: (scene: Scene) => Answer): Answer | null {
  const [one, other] = questionsIn(scene)
  if (one === undefined || other === undefined) return null
  const [first, second] = [answer(one), answer(other)]
  if (first.reply === null || second.reply === null) return null
  // Where the first question of theirs needs one of ours, that is put.
  const last = first.remember?.asking == null ? second : first
  const heads = [first, second].map(({ reply }) => headOf(reply?.lines ?? []))
  const rests = [first.reply, second.reply].map(({ lines }, at) => lines.slice(heads[at]?.length ?? 0))
  return {
    ...last,
    reply: { ...first.reply, ...last.reply, lines: [...heads.flat(), ...rests.flat()], span: 'many' },
    remember: { ...first.remember, ...second.remember, ...last.remember },
    changes: joined(first.changes ?? [], second.changes ?? []),
    determinations: [...(first.determinations ?? []), ...(second.determinations ?? [])],
  }
}

// A stranger's facts would be told of two children at once.
function questionsIn({ household, turn, language }: Scene): readonly Scene[] {
  if (household === null) return []
  const parts = turn.message.text.split(BETWEEN).filter((part) => part.trim() !== '')
  if (parts.length !== 2 || !parts.every((part) => isQuestion(part))) return []
  const heard = parts.map((part) => heardIn(part))
  const [one, other] = heard
  const isAsked = heard.every((each) => each.intent === 'ask-programme' && namesTopic(each))
  if (!isAsked || one?.topic === other?.topic) return []
  return parts.map((text, at) => {
    const message = { ...turn.message, text }
    return sceneOf({ ...turn, message }, heard[at] ?? heardIn(text), language)
  })
}

const BETWEEN = /[，,。；;？?！!\n]+|\s*།\s*/u

function headOf(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line) => !line.some(({ key }) => HEAD.test(key)))
  return end < 0 ? lines : lines.slice(0, end)
}

const HEAD =
  /^conversation:(?:item|total\.\w+|answer\.(?:yes|spared|gets|of|no|unknown|if|no-money|other-fees)|later\.(?:admitted|final-year|kindergarten|primary))|\.(?:benefit|general)$/u

// What was told by both is told once.
function joined(first: readonly Change[], second: readonly Change[]): readonly Change[] {
  const known = new Set(first.flatMap(toldIn))
  return [
    ...first,
    ...second.flatMap((change): readonly Change[] => {
      if (change.kind !== 'told') return [change]
      const told = change.told.filter(({ person, programme }) => !known.has(`${person} ${programme}`))
      return told.length === 0 ? [] : [{ ...change, told }]
    }),
  ]
}

function toldIn(change: Change): readonly string[] {
  return change.kind === 'told' ? change.told.map(({ person, programme }) => `${person} ${programme}`) : []
}
