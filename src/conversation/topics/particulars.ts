import type { Determination } from '../../policy/determine.ts'
import type { Person } from '../../register/household.ts'
import { PROGRAMME_IDS, type ProgrammeId } from '../../policy/programmes/index.ts'
import type { Intent, Topic } from '../../understanding/types.ts'
import { type Answer, answered, caseOf } from '../answer.ts'
import { isHeard } from '../hearing/manner/heard.ts'
import { type Particular, particularIn } from '../hearing/manner/particulars.ts'
import { concernedBy, topicsOf } from '../persons/people.ts'
import { programmesAbout } from '../reckoning/programmes.ts'
import { factsFor, officeFor, type Scene } from '../scene.ts'
import { settledIn } from '../settled.ts'
import { benefitText, isMoney, nameOf } from '../words/benefits.ts'
import { particularLines } from '../words/particulars.ts'
import type { Case } from '../words/reasons.ts'
import { type Line, say } from '../words/reply.ts'

/**
 * 要看成绩吗, 名额多少, 能同时享受吗: what the plan says of one particular of what was spoken of, or that it says nothing;
 * the offer itself is not told again. Null where no particular is asked, or nothing was spoken of.
 */
export function answerParticular(scene: Scene): Answer | null {
  const { heard, turn } = scene
  const particular = particularIn(turn.message.text)
  if (particular === null) return null
  if (!OF_NO_PAYMENT.has(particular) && isHeard(heard) && OF_OTHER.has(heard.intent)) return null
  if (isOfOther(scene)) return null
  const topic = heard.said.topicNamed === true ? heard.topic : scene.session.topic
  if (AFTER_THE_OFFER.has(particular) && topic !== scene.session.topic) return null
  const persons = personsMeant(scene, topic)
  const programmes = (person: Person | null) =>
    particular === 'together' && person !== null
      ? programmesAbout(topicsOf(person, turn.today), factsFor(scene, person))
      : programmesOf(scene, topic, person)
  const cases = persons.map((person) => caseOf(scene, person, programmes(person)))
  const given = withoutClosed(cases)
  if (given.every(({ determinations }) => determinations.length === 0)) return null
  const isNew = topic !== null && topic !== scene.session.topic
  const lines = linesOf(scene, particular, given)
  return {
    reply: { lines, closing: closingOf(scene, particular, lines), span: 'one' },
    remember: isNew ? { about: 'programme', topic, answered: answered(cases, persons) } : {},
    determinations: settledIn(given),
    continues: 'ask-programme',
  }
}

// 今年高考分数线多少, 户口怎么从娘家迁出来: a whole sentence heard as other business is that.
function isOfOther({ heard, turn }: Scene): boolean {
  const longest = heard.language === 'bo' ? 45 : 9
  return isHeard(heard) && heard.intent === 'out-of-scope' && turn.message.text.trim().length > longest
}

function linesOf(scene: Scene, particular: Particular, cases: readonly Case[]): readonly Line[] {
  const { today, book } = scene.turn
  const all = cases.flatMap(({ determinations }) => determinations)
  const fitting = all.filter((one) => fits(particular, one))
  const each = (fitting.length > 0 ? fitting : all).filter(
    (one, at, those) => those.findIndex(({ programme }) => programme === one.programme) === at,
  )
  const lines = particularLines(particular, each, { today, book, office: officeFor(scene) })
  if (particular === 'by-month') return [...lines, ...yearly(each)]
  return particular === 'together' ? [...lines, ...cases.flatMap(nowLine)] : lines
}

// A village's kindergarten is no loan, and takes no examination.
function fits(particular: Particular, one: Determination): boolean {
  if (particular === 'age' || particular === 'moving') return true
  return OF_MONEY.has(particular) ? isMoney(one) : one.kind !== 'commitment'
}

// What a year brings, which nobody has divided.
function yearly(each: readonly Determination[]): readonly Line[] {
  return each.filter(({ benefit }) => benefit?.per === 'school-year').map((one) => [benefitText(one)])
}

// What somebody has at the same time already.
function nowLine({ subject: { who }, determinations }: Case): readonly Line[] {
  const now = determinations.filter(({ outcome, kind }) => outcome === 'eligible' && kind !== 'commitment')
  const programmes = { list: now.map(({ programme }) => nameOf(programme)) }
  return now.length < 2 ? [] : [[say('conversation:part.together.now', { who, programmes })]]
}

function closingOf(scene: Scene, particular: Particular, lines: readonly Line[]): readonly Line[] {
  if (particular === 'moving') return [[say('conversation:county.which')]]
  if (SETTLED.has(particular)) return []
  const isSilent = lines.flat().some(({ key }) => key.endsWith('.none'))
  if (particular === 'payer' && !isSilent) return []
  return [[say('conversation:status.whom', { office: officeFor(scene) })]]
}

// What nobody gets is no matter of particulars, unless nothing else was spoken of.
function withoutClosed(cases: readonly Case[]): readonly Case[] {
  const open = cases.map(({ determinations, later, ...rest }) => ({
    ...rest,
    later,
    determinations: [
      ...determinations.filter(({ outcome }) => outcome !== 'ineligible'),
      ...later.map(({ determination }) => determination),
    ],
  }))
  return open.some(({ determinations }) => determinations.length > 0) ? open : cases
}

// Whoever is named, else whom the last answer was of, else whom the topic concerns.
function personsMeant(
  { focus, household, session, turn }: Scene,
  topic: Topic | null,
): readonly (Person | null)[] {
  if (household === null) return [null]
  if (focus.persons !== null) return focus.persons
  const ids = session.answered?.persons ?? []
  const last = household.persons.filter(({ id }) => ids.includes(id))
  const concerned = topic === null ? last : concernedBy(topic, household, turn.today)
  const both = concerned.filter((person) => last.includes(person))
  if (both.length > 0) return both
  return concerned.length > 0 ? concerned : [null]
}

function programmesOf(scene: Scene, topic: Topic | null, person: Person | null): readonly ProgrammeId[] {
  return topic === null
    ? PROGRAMME_IDS.filter((id) => scene.session.answered?.programmes.includes(id))
    : programmesAbout([topic], factsFor(scene, person))
}

// 能退吗, 谁出钱, 打到哪里: heard as of what was paid out, and no matters of it.
const OF_NO_PAYMENT: ReadonlySet<Particular> = new Set(['refund', 'payer', 'payee'])

const OF_MONEY: ReadonlySet<Particular> = new Set(['repaying', 'payer', 'payee', 'by-month'])

// Who asks for money back, or for its monthly part, before anything was told is told first what there is.
const AFTER_THE_OFFER: ReadonlySet<Particular> = new Set(['refund', 'by-month'])

// What these are for is no particular of a programme.
const OF_OTHER: ReadonlySet<Intent> = new Set([
  'ask-status',
  'ask-why',
  'report-missing',
  'report-misuse',
  'ask-routes',
  'talk-to-person',
  'erase-data',
  'set-language',
  'stop',
])

// The plan says it whole: nobody need be asked.
const SETTLED: ReadonlySet<Particular> = new Set(['together', 'repaying', 'voluntary'])
