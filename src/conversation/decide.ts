import type { Intent, Language } from '../understanding/types.ts'
import { type Answer, speak } from './answer.ts'
import { type Command, commandIn } from './hearing/commands.ts'
import { answerIntent } from './intents.ts'
import { asOfToday } from './session/fading.ts'
import { asksToUndo } from './hearing/link-words.ts'
import { withLinkOffer } from './link-offer.ts'
import { beginsAnew, saysNotMeant, takesBack } from './hearing/mending.ts'
import { goBack, withMended } from './asking/taken-back.ts'
import { hear, isAmbiguous, languageOf, sceneOf } from './hearing/listen.ts'
import { answerPending } from './asking/pending.ts'
import { askAgain } from './asking/pending-case.ts'
import { aside, more, outcome } from './outcome.ts'
import { say, type Text } from './words/reply.ts'
import type { Scene } from './scene.ts'
import { isCertain, isClear, isHeard } from './hearing/manner/heard.ts'
import { dropsIt } from './hearing/manner/turns.ts'
import { speaksOfHousehold, wantsAnotherHousehold } from './hearing/manner/whom.ts'
import { householdCalled } from './persons/people.ts'
import { keepingLast } from './session/last-heard.ts'
import { emptySession } from './session/session.ts'
import { menu } from './topics/help.ts'
import { answerLinkWords, answerProof, undoLinks } from './topics/linking.ts'
import { answerReference, answerUnsettled, saysUnsettled } from './topics/own-cases.ts'
import { answerWhoSees } from './topics/privacy.ts'
import { questionOf } from './rendering/taps.ts'
import { alreadyStopped, askErase, begin, hello, start } from './topics/settings.ts'
import { askHousehold } from './asking/which-household.ts'
import type { Outcome, Turn } from './turn.ts'

/** One turn: what to say, what to remember, what to change. Pure: the same turn gives the same outcome. */
export function decide(today: Turn): Outcome {
  const turn = { ...today, session: asOfToday(today.session, today.today) }
  const command = commandIn(turn.message.text)
  const heard = hear(turn.message.text, command)
  const language = languageOf(turn, heard)
  const scene = sceneOf(turn, heard, language ?? 'zh-CN')
  const beside = besideTheTalk(turn)
  if (beside !== null) return aside(scene, language, turn.contact.stopped ? null : beside)
  if (turn.contact.stopped) return outcome(scene, language, whileStopped(scene, command))
  if (command?.kind === 'more' || (heard.said.moreWanted === true && turn.session.rest !== null))
    return more(scene, language)
  const answered = withMisname(scene, withLinkOffer(scene, answer(scene, language, command)))
  return outcome(scene, language, askAgain(scene, withMended(scene, answered)))
}

// What says nothing, and so changes nothing: a button of a question that was answered or left, a message changed, a
// picture in place of an answer.
function besideTheTalk({ message, session }: Turn): Text | null {
  if (message.beside !== undefined) return say(`conversation:beside.${message.beside}`)
  if (message.media && message.text.trim() === '' && session.asking !== null) return say('conversation:media')
  const isStale = message.question !== undefined && message.question !== questionOf(session.asking)
  return isStale ? say('conversation:beside.stale') : null
}

function answer(scene: Scene, language: Language | null, command: Command | null): Answer {
  const { turn, heard, session } = scene
  const { text } = turn.message
  if (turn.links.proven !== null) return answerProof(scene, turn.links.proven)
  const linking = answerLinkWords(scene, command)
  if (linking !== null) return linking
  if (command?.kind === 'begin') return begin(language)
  if (command?.kind === 'again' || heard.said.restart === true || beginsAnew(text)) return restart(scene)
  if (command?.kind === 'who-sees') return answerWhoSees(scene)
  const named = command === null ? answerReference(scene) : null
  if (named !== null) return named
  if (command?.kind === 'unsettled' || (command === null && saysUnsettled(scene)))
    return answerUnsettled(scene)
  // 取消 stops messages, but beside a question of ours it only takes that back.
  const dropsQuestion = session.asking !== null && dropsIt(turn.message.text)
  const isKeyword =
    heard.confidence === 1 && ALWAYS.has(heard.intent) && !dropsQuestion && session.asking?.kind !== 'erase'
  if (command !== null || isKeyword)
    return language === null && !ALWAYS.has(heard.intent) ? hello() : answerIntent(scene)
  if (saysNotMeant(text) && session.asking?.kind !== 'case') return notMeant(scene)
  const pending = session.asking === null ? null : answerPending(scene, session.asking)
  if (pending !== null) return pending
  if (language === null) return hello()
  if (turn.message.text.trim() === '')
    return turn.message.media ? speak([say('conversation:media')]) : menu(say('conversation:greeting'))
  if (turn.households.length > 1 && wantsAnotherHousehold(turn.message.text)) return askHousehold('')
  if (isAmbiguous(scene) && FROM_THE_RECORD.has(heard.intent))
    return asked(scene, askHousehold(turn.message.text))
  if (heard.said.moreWanted === true && !isHeard(heard)) return speak([say('conversation:more.none')])
  if (takesBack(text) && (session.about !== null || session.previous !== null)) return goBack(scene)
  const isAskedAnew = scene.focus.isNamed && session.about !== null
  if (heard.said.correction === true && !isAskedAnew && ASKS_NOTHING.has(heard.intent))
    return menu(say('conversation:corrected'))
  return answerIntent(scene)
}

// Keywords that no pending question may swallow.
const ALWAYS: ReadonlySet<Intent> = new Set([
  'stop',
  'start',
  'help',
  'set-language',
  'talk-to-person',
  'report-misuse',
])

const ASKS_NOTHING: ReadonlySet<Intent> = new Set(['no', 'out-of-scope'])

const FROM_THE_RECORD: ReadonlySet<Intent> = new Set([
  'ask-benefits',
  'ask-programme',
  'ask-routes',
  'ask-how',
  'ask-status',
  'report-missing',
])

// Asked before, and no head was named: that was a name tried, or might have been.
function asked({ turn }: Scene, answer: Answer): Answer {
  return turn.session.asking?.kind === 'household' ? { ...answer, changes: [{ kind: 'misname' }] } : answer
}

// 何玉海家呢 of no household here was a name tried too.
function withMisname({ turn, session, focus, heard }: Scene, answer: Answer): Answer {
  const { text } = turn.message
  const isOther = !wantsAnotherHousehold(text) && householdCalled(turn) === null
  const isName = speaksOfHousehold(text) && isOther && !isClear(heard) && !focus.isNamed
  const isTried = turn.households.length > 1 && isName && session.household === turn.session.household
  if (!isTried || turn.session.asking !== null) return answer
  return { ...answer, changes: [...(answer.changes ?? []), { kind: 'misname' }] }
}

// Staff read what was misheard, so that the next is understood; what is asked now instead is answered at once.
function notMeant(scene: Scene): Answer {
  const { turn, focus, heard } = scene
  const isAskedAnew = heard.said.correction === true && focus.isNamed
  const answered = isAskedAnew ? answerIntent(scene) : menu(say('conversation:corrected'))
  const kept = keepingLast(turn)
  return kept === null ? answered : { ...answered, changes: [...(answered.changes ?? []), kept] }
}

function restart({ session, turn }: Scene): Answer {
  const { language, household } = session
  const begun = menu(say('conversation:restarted'))
  return {
    ...begun,
    remember: {
      ...emptySession(),
      language,
      // On a shared telephone somebody else may begin.
      household: turn.households.length > 1 || household === '' ? null : household,
      ...begun.remember,
    },
  }
}

// Twilio takes YES for START; so do we, from whoever has stopped. To be forgotten, or to take back a link, needs no start;
// all else is met with silence.
function whileStopped(scene: Scene, command: Command | null): Answer {
  const { heard, session, turn } = scene
  if (asksToUndo(turn.message.text)) return undoLinks(scene)
  if (session.asking?.kind === 'erase' && command === null)
    return answerPending(scene, session.asking) ?? { reply: null }
  if (heard.intent === 'erase-data' && isCertain(heard)) return askErase(scene)
  if (command?.kind === 'begin' || heard.intent === 'start' || heard.intent === 'yes') return start()
  if (heard.intent === 'help' || heard.intent === 'stop') return alreadyStopped()
  return { reply: null }
}
