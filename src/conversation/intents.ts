import type { Intent } from '../understanding/types.ts'
import { CONTINUED } from './about.ts'
import { type Answer, speak } from './answer.ts'
import type { CaseKind } from './case.ts'
import { isOfAllChildren } from './children-told.ts'
import { bothWays } from './both-ways.ts'
import { carried, topicHeard } from './focus.ts'
import { otherwiseInWords } from './otherwise-words.ts'
import { isJustSaid } from './otherwise.ts'
import { askWhich } from './which-one.ts'
import {
  acceptsRecord,
  asksHow,
  asksMoney,
  asksOverYears,
  asksPromise,
  asksToRepay,
  asksWhat,
  asksWhen,
  complains,
  corrects,
  dropsIt,
  isCertain,
  isClear,
  isHeard,
  isQuestion,
  keepsData,
  namesOtherFees,
} from './manner.ts'
import { askedAgain } from './asked-again.ts'
import { asksWhoSees, complaintIn } from './office-words.ts'
import { topicsAt } from './people.ts'
import { say } from './reply.ts'
import { officeFor, type Scene } from './scene.ts'
import { answerStatement, isStatement } from './statements.ts'
import { answerBenefits } from './topics/benefits.ts'
import { offerCase, openCase } from './topics/cases.ts'
import { answerChildren } from './topics/children.ts'
import { answerTopic } from './topics/eligibility.ts'
import { help, menu } from './topics/help.ts'
import { answerHow } from './topics/how-to.ts'
import { answerReferences, asksReferences } from './topics/own-cases.ts'
import { answerWhoSees } from './topics/privacy.ts'
import { answerRoutes } from './topics/routes.ts'
import { askErase, greetIn, keepAll, setLanguage, start, stop } from './topics/settings.ts'
import { answerStanding } from './topics/standing.ts'
import { answerStatus } from './topics/status.ts'
import { answerWhy } from './topics/why.ts'

/**
 * Answers what a message is for; what was not understood well enough gets the menu rather than a guess. While the
 * family's words and the record differ, what rests on the record is answered by both.
 */
export function answerIntent(scene: Scene): Answer {
  const isBoth = scene.session.otherwise !== null && FROM_THE_RECORD.has(scene.heard.intent)
  return isBoth && !isStatement(scene) ? bothWays(scene, isJustSaid(scene), answerOnce) : answerOnce(scene)
}

const FROM_THE_RECORD: ReadonlySet<Intent> = new Set([
  'ask-benefits',
  'ask-programme',
  'ask-routes',
  'ask-why',
  'out-of-scope',
])

function answerOnce(scene: Scene): Answer {
  const { heard, focus, session, turn } = scene
  const { text } = turn.message
  // 取消 beside a question takes that back; by itself it is a wish to stop.
  if (dropsIt(text) && (heard.intent !== 'stop' || session.asking !== null))
    return speak([say('conversation:dropped')])
  // A number where nothing was asked means nothing, whatever was spoken of.
  if (!isHeard(heard) && !/\p{L}/u.test(text)) return menu(say('conversation:unclear'))
  if (asksWhoSees(text)) return answerWhoSees(scene)
  if (asksReferences(turn.message)) return answerReferences(scene)
  if (acceptsRecord(text)) return { ...resume(onTopic(ofContradicted(scene))), continues: 'no' }
  if (asksOverYears(text) && session.about !== null)
    return { ...resume(onTopic(ofLastMeant(scene))), continues: 'ask-programme' }
  if (asksToRepay(text) && session.topic === 'loan')
    return {
      ...speak([say('conversation:loan.repay', { office: officeFor(scene) })]),
      continues: 'ask-programme',
    }
  if (namesOtherFees(text, session.topic) && session.about !== null && !isClear(heard))
    return { ...speak([say('conversation:answer.other-fees')]), continues: 'ask-programme' }
  if (asksPromise(text) && session.about !== null)
    return { ...speak([say('conversation:routes.priority')]), continues: 'ask-programme' }
  const complaint = complaintIn(heard, text, session.about)
  if (complaint !== null) return offerCase(scene, complaint)
  if (isMended(scene) && focus.isNamed && session.about !== null)
    return { ...resume(onTopic(scene)), continues: CONTINUED[session.about] }
  if (asksWhen(text) && session.about !== null) return answerHow(onTopic(scene))
  if (asksHow(text) && !FIRM.has(heard.intent)) return howAndHowMuch(onTopic(scene))
  const which = askWhich(scene)
  if (which !== null) return which
  if (isStatement(scene)) return answerStatement(scene, resume)
  // 何玉海家呢: another household on a shared telephone, asked the same.
  if (session.household !== turn.session.household && session.about !== null && !isClear(heard))
    return resume(onTopic(scene))
  if (heard.intent === 'help' && heard.confidence < 1 && focus.persons !== null) return answerRoutes(scene)
  if (focus.isAll && (WIDENED.has(heard.intent) || !isHeard(heard))) return answerProgramme(scene)
  if (heard.said.followUp === true && focus.isNamed && !FIRM.has(heard.intent))
    return continued(scene, resume(scene))
  // A name and nothing more: that person, asked the same.
  if (focus.persons !== null && focus.persons.length > 0 && !isClear(heard) && text.length <= LONGEST_NAME)
    return asksWhat(text)
      ? { ...answerBenefits(scene), continues: 'ask-benefits' }
      : continued(scene, resume(onTopic(scene)))
  // 要多少钱, རིན་ཇི་ཙམ: what that costs of which was spoken.
  if (!isClear(heard) && asksMoney(text) && isQuestion(text) && session.about !== null)
    return { ...resume(onTopic(ofLastMeant(scene))), continues: 'ask-programme' }
  if (!isHeard(heard)) return menu(say('conversation:unclear'))
  return byIntent(scene, heard.intent)
}

// 幼儿园免多少钱，怎么办理: two questions in one message are both answered, the first by what it brings.
function howAndHowMuch(scene: Scene): Answer {
  const how = { ...answerHow(scene), continues: 'ask-how' } as const
  const { text } = scene.turn.message
  const isOfBoth = HOW_MUCH.test(text) && scene.heard.topic !== null && scene.household !== null
  const brings = isOfBoth ? answerProgramme(scene) : null
  if (brings?.reply == null || how.reply === null) return how
  const end = brings.reply.lines.findIndex((line) => !line.some(({ key }) => BROUGHT.test(key)))
  const lines = brings.reply.lines.slice(0, Math.max(0, end))
  return {
    ...how,
    reply: { ...how.reply, lines: [...lines, ...how.reply.lines] },
    determinations: brings.determinations ?? [],
  }
}

const HOW_MUCH = /多少|几(?:块|元|千|百)|能不能免|免不免|ག་ཚོད|ཆག་གམ/u
const BROUGHT = /^conversation:answer\.(?:yes|gets|no|unknown|no-money)$|\.benefit$/u

/** Goes on with what was last asked for, with what is now known. */
export function resume(scene: Scene): Answer {
  const { stage, topic, persons } = scene.focus
  // 上高职呢: where a route leads is a topic of its own.
  const [aim] = stage === null || persons !== null ? [] : topicsAt(stage)
  const isThere = scene.household?.persons.some((person) => person.stage === stage) ?? true
  if (topic === null && aim !== undefined && !isThere) return answerTopic(scene, aim)
  // Who asks next what it costs has left the ways ahead.
  const isOfMoney = !scene.resumed && asksMoney(scene.turn.message.text)
  if (isOfMoney && scene.session.about === 'routes')
    return { ...answerProgramme(scene), continues: 'ask-programme' }
  if (scene.session.about === 'routes' && scene.heard.topic === null) return answerRoutes(scene)
  if (scene.session.about === 'how' && scene.resumed) return answerHow(scene)
  if (scene.session.about === 'status') return answerStatus(scene)
  return answerProgramme(scene)
}

// A follow-up is for what the talk was about, whatever its few words were taken for by themselves.
function continued({ session, heard }: Scene, answer: Answer): Answer {
  return session.about === null || isClear(heard)
    ? answer
    : { continues: CONTINUED[session.about], ...answer }
}

// 不是老二是老大: the same, of whom it should have been about.
function isMended({ heard, turn }: Scene): boolean {
  return heard.said.correction === true || corrects(turn.message.text)
}

const LONGEST_NAME = 16

// A follow-up that says by itself what it wants to know.
const FIRM: ReadonlySet<Intent> = new Set([
  'ask-how',
  'ask-why',
  'ask-status',
  'ask-routes',
  'report-missing',
  'report-misuse',
  'talk-to-person',
])

// 都有啥, 全家: of all the family, whatever else the words were taken for.
const WIDENED: ReadonlySet<Intent> = new Set(['ask-programme', 'ask-benefits', 'help', 'out-of-scope'])

// Whoever was spoken of, where the words name nobody.
function ofLastMeant(scene: Scene): Scene {
  const { focus, household, session } = scene
  const last = household?.persons.filter(({ id }) => id === session.person) ?? []
  return focus.persons === null && last.length > 0 ? { ...scene, focus: { ...focus, persons: last } } : scene
}

// Whoever it was of whom the family said otherwise.
function ofContradicted(scene: Scene): Scene {
  const ids = Object.keys(scene.turn.session.otherwise?.persons ?? {})
  const persons = scene.household?.persons.filter(({ id }) => ids.includes(id)) ?? []
  return persons.length === 0 ? scene : { ...scene, focus: { ...scene.focus, persons } }
}

// What cannot concern whoever is meant now is not carried on to them.
function onTopic(scene: Scene): Scene {
  const { focus, heard, household, session, turn } = scene
  const to = { stage: null, persons: focus.persons, household, today: turn.today }
  return { ...scene, focus: { ...focus, topic: topicHeard(heard, to) ?? carried(session.topic, to) } }
}

function answerProgramme(scene: Scene): Answer {
  const { topic } = scene.focus
  if (scene.household === null && isOfAllChildren(scene.session)) return answerChildren(scene, topic)
  return topic === null ? answerBenefits(scene) : answerTopic(scene, topic)
}

// A clear request is handed on at once; a doubtful one is asked about first, as each costs somebody's time.
function requestCase(
  scene: Scene,
  kind: CaseKind,
  isClear: boolean,
  text: string = scene.turn.message.text,
): Answer {
  // What was told before it was offered goes with it.
  const { asking } = scene.session
  const told = asking?.kind === 'offer' && asking.caseKind === kind ? `${asking.text}\n${text}` : text
  return isClear ? openCase(scene, kind, told) : offerCase(scene, kind, told)
}

// A question about money is no charge against anybody yet.
function isReport({ heard, turn }: Scene): boolean {
  return heard.confidence === 1 || (isCertain(heard) && !isQuestion(turn.message.text))
}

function reportMissing(scene: Scene): Answer {
  const { heard, household, turn } = scene
  const { text } = turn.message
  if (isQuestion(text)) return answerStanding(scene)
  // 我儿子的娃: somebody is named, and nothing complained of.
  if (scene.focus.persons !== null && !complains(heard, text)) return resume(onTopic(scene))
  const kind = household === null ? 'missing' : 'correction'
  return requestCase(scene, kind, complains(heard, text), `${text}${otherwiseInWords(scene)}`)
}

// Whoever was asked for a language has not been greeted yet.
function languageIn({ session }: Scene) {
  return session.asking?.kind === 'language' ? greetIn : setLanguage
}

// What was being asked is asked again in the new language, as who changes it has not answered.
function withQuestion(scene: Scene, answer: Answer): Answer {
  const { asking } = scene.session
  if (asking?.kind !== 'fact' || answer.reply === null) return answer
  const ask = askedAgain(scene, asking)
  const reply = { ...answer.reply, closing: [ask.line], choices: ask.choices }
  return { ...answer, reply, remember: { ...answer.remember, asking } }
}

const SURELY_STOP = 0.95

function byIntent(scene: Scene, intent: Intent): Answer {
  const { heard } = scene
  switch (intent) {
    case 'ask-benefits':
      return scene.heard.said.followUp === true || isOfAllChildren(scene.session)
        ? answerProgramme(scene)
        : answerBenefits(scene)
    case 'ask-programme':
      return answerProgramme(scene)
    case 'ask-how':
      return answerHow(scene)
    case 'ask-why':
      return answerWhy(scene)
    case 'ask-status':
      return answerStatus(scene)
    case 'ask-routes':
      return answerRoutes(scene)
    case 'report-missing':
      return reportMissing(scene)
    case 'report-misuse':
      return requestCase(scene, 'misuse', isReport(scene))
    case 'talk-to-person':
      return requestCase(scene, 'person', isCertain(scene.heard))
    case 'set-language':
      return withQuestion(scene, languageIn(scene)(scene.heard.value ?? scene.language))
    case 'stop':
      // Silence is the costliest misunderstanding: what only sounds like a stop is asked for by the word.
      return heard.confidence >= SURELY_STOP
        ? stop()
        : menu(say('conversation:stop.offer', { stop: say('conversation:word.stop') }))
    case 'start':
      // What only sounds like it resumes nothing that was never stopped.
      return heard.confidence === 1 ? start() : menu(say('conversation:unclear'))
    case 'help':
      return help()
    case 'greeting':
      return menu(say('conversation:greeting'))
    case 'thanks':
      return speak([say('conversation:thanks')])
    case 'erase-data':
      return keepsData(scene.turn.message.text) ? keepAll() : askErase(scene)
    case 'yes':
    case 'no':
      // After an answer of ours, a no is of that answer.
      return menu(
        say(
          intent === 'no' && scene.session.about !== null
            ? 'conversation:corrected'
            : 'conversation:yes-no-without-question',
        ),
      )
    case 'out-of-scope':
      return menu(say('conversation:out-of-scope'))
  }
}
