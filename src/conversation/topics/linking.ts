import type { Household } from '../../register/household.ts'
import { readName } from '../../understanding/proof/read-proof.ts'
import { type Answer, speak } from '../answer.ts'
import type { Command } from '../hearing/commands.ts'
import { asksToLink, asksToUndo, asksToUnlink } from '../hearing/link-words.ts'
import { isClear, isHeard } from '../hearing/manner/heard.ts'
import { isQuestion } from '../hearing/manner/questions.ts'
import { dropsIt } from '../hearing/manner/turns.ts'
import { type Line, say } from '../words/reply.ts'
import type { Scene } from '../scene.ts'
import { type Asking, forgetting } from '../session/session.ts'
import type { Links } from '../turn.ts'
import { answerAs, askHousehold } from '../asking/which-household.ts'

/** Answers what a message wants of links, by command or in plain words; null where it wants nothing of them. */
export function answerLinkWords(scene: Scene, command: Command | null): Answer | null {
  const { text } = scene.turn.message
  if (command !== null) return byCommand(scene, command)
  // Words that a case or a question waits for are its own.
  const { asking } = scene.session
  if (asking !== null && OWN_WORDS.has(asking.kind)) return null
  if (scene.turn.links.undoable && asksToUndo(text)) return undoLinks(scene)
  if (asksToUnlink(text)) return unlink(scene)
  return asksToLink(text) && scene.household === null ? askProof() : null
}

const OWN_WORDS: ReadonlySet<Asking['kind']> = new Set(['case', 'erase', 'link'])

function byCommand(scene: Scene, { kind }: Command): Answer | null {
  if (kind === 'link') return askProof()
  if (kind === 'unlink') return unlink(scene)
  return kind === 'undo-links' ? undoLinks(scene) : null
}

/** What came of a proof. All that links nothing is answered in the same words: a guess learns nothing from them. */
export function answerProof(scene: Scene, { how, households }: NonNullable<Links['proven']>): Answer {
  const known = new Set(scene.turn.households.map(({ id }) => id))
  const fresh = households.filter(({ id }) => !known.has(id))
  const [first] = households
  if (first === undefined) return how === 'id-number' ? noMatch() : unknownTelephone()
  if (fresh.length === 0) return already(households.length === 1 ? first.id : scene.session.household)
  return linked(scene, fresh, [{ kind: 'link', how, households: fresh.map(({ id }) => id) }])
}

/** Takes a message as the name that a proof still lacks; null where it is a matter of its own. */
export function answerLinkAsked(scene: Scene, asking: Extract<Asking, { kind: 'link' }>): Answer | null {
  const { heard, turn } = scene
  const { text } = turn.message
  const isDropped = dropsIt(text) || asksToUnlink(text) || (isHeard(heard) && heard.intent === 'no')
  if (isDropped) return { ...speak([say('conversation:dropped')]), ...CONTINUES }
  if (asksToLink(text)) return askProof()
  // Many a name sounds like something else.
  const isOther = isQuestion(text) || (isClear(heard) && heard.intent !== 'greeting' && !NAMING.test(text))
  const name = isOther ? null : readName(text)
  if (name !== null)
    return {
      ...speak([say('conversation:link.digits')]),
      remember: { asking: { ...asking, name } },
      ...CONTINUES,
    }
  if (isClear(heard)) return null
  if (asking.tries > 0) return { ...noMatch(), remember: { asking: null } }
  const remember = { asking: { ...asking, tries: asking.tries + 1 } }
  return { ...speak([say('conversation:link.again')]), remember, ...CONTINUES }
}

const NAMING = /我叫|我是|姓名|名字|户主|མིང/u

const CONTINUES = { continues: 'help' } as const

function askProof(): Answer {
  return {
    reply: { lines: [[say('conversation:link.ask')]], span: 'one', asksContact: true },
    remember: { asking: { kind: 'link', name: '', tries: 0 } },
    ...CONTINUES,
  }
}

function already(household: string | null): Answer {
  return { ...speak([say('conversation:link.already')]), remember: { household }, ...CONTINUES }
}

function noMatch(): Answer {
  return {
    ...speak([say('conversation:link.no-match', { person: say('conversation:word.person') })]),
    remember: { asking: { kind: 'link', name: '', tries: 0 } },
    ...CONTINUES,
  }
}

function unknownTelephone(): Answer {
  const link = say('conversation:word.link')
  return { ...speak([say('conversation:link.unknown-telephone', { link })]), ...CONTINUES }
}

// What was asked before is answered at once, now from the record.
function linked(scene: Scene, fresh: readonly Household[], changes: NonNullable<Answer['changes']>): Answer {
  const households = [...scene.turn.households, ...fresh]
  const turn = { ...scene.turn, households, links: { ...scene.turn.links, proven: null } }
  const answer = answerFrom({ ...scene, turn }, fresh)
  const lines: readonly Line[] = [
    [say('conversation:link.done')],
    ...(answer.reply?.lines ?? []),
    UNLINKED_BY,
  ]
  const reply = { ...(answer.reply ?? { span: 'one' }), lines } as const
  return { ...CONTINUES, ...answer, reply, changes: [...changes, ...(answer.changes ?? [])] }
}

const UNLINKED_BY: Line = [say('conversation:link.end', { unlink: say('conversation:word.unlink') })]

function answerFrom(scene: Scene, [one, ...others]: readonly Household[]): Answer {
  if (one === undefined || others.length > 0) return askHousehold('')
  if (scene.session.about !== null) return answerAs(scene, one.id, '')
  return { reply: null, remember: { ...forgetting(scene.session), household: one.id } }
}

function unlink({ turn, session }: Scene): Answer {
  if (turn.links.linked.length > 0)
    return {
      ...speak([say('conversation:link.ended')]),
      remember: forgetting(session),
      changes: [{ kind: 'unlink' }],
      ...CONTINUES,
    }
  const missing = say('conversation:word.missing')
  const isRecorded = turn.households.length > 0
  const none = isRecorded
    ? say('conversation:link.none.recorded', { missing })
    : say('conversation:link.none')
  return { ...speak([none]), ...CONTINUES }
}

/** The record's own telephone takes back what was linked of late; whoever has nothing to take back hears no more than that. */
export function undoLinks({ turn }: Scene): Answer {
  if (turn.links.undoable)
    return { ...speak([say('conversation:link.undone')]), changes: [{ kind: 'undo-links' }], ...CONTINUES }
  const person = say('conversation:word.person')
  return { ...speak([say('conversation:link.undone.none', { person })]), ...CONTINUES }
}
