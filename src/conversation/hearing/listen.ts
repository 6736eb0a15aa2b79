import type { Household, Person } from '../../register/household.ts'
import { readName } from '../../understanding/proof/read-proof.ts'
import type { Language, Understanding } from '../../understanding/types.ts'
import type { Command } from './commands.ts'
import { focusOf } from '../persons/focus.ts'
import { isQuestion } from './manner/questions.ts'
import { namesFees } from './manner/money.ts'
import { tellsAhead, tellsSchool } from './manner/schooling.ts'
import { speaksOfHousehold } from './manner/whom.ts'
import { householdCalled } from '../persons/people.ts'
import { rememberedHousehold, type Scene } from '../scene.ts'
import { forgetting, type Session } from '../session/session.ts'
import { saidInstead } from './mending.ts'
import { hearingOtherwise } from './otherwise.ts'
import { heardIn } from './said-beyond.ts'
import { remembering } from './remembering.ts'
import { withSchoolPlace } from './school-place.ts'
import { isFinished, schoolTold, tell } from '../session/told.ts'
import type { Turn } from '../turn.ts'

/** What a message means; a command means what it says. */
export function hear(text: string, command: Command | null): Understanding {
  const heard = heardIn(text)
  if (command?.kind !== 'intent') return heard
  const { intent, value } = command
  const { value: _, ...rest } = heard
  return {
    ...rest,
    language: command.language ?? heard.language,
    intent,
    confidence: 1,
    ...(value === undefined ? {} : { value }),
  }
}

/** The language to answer in: the message's, the talk's, the contact's, the household's; null where none is known. */
export function languageOf(turn: Turn, heard: Understanding): Language | null {
  const { session, contact, households } = turn
  if (heard.intent === 'set-language' && heard.value !== undefined) return heard.value
  const [household] = households
  const naming = isNaming(turn) ? session.language : null
  return (
    naming ??
    heard.language ??
    session.language ??
    contact.language ??
    (households.length === 1 ? (household?.language ?? null) : null)
  )
}

// A name in hanzi is no change of language.
function isNaming({ session: { asking }, message, links }: Turn): boolean {
  if (asking?.kind === 'link') return readName(message.text) !== null || links.proven !== null
  return asking?.kind === 'household'
}

/** The turn with all that the message and the talk before it say of whom and what. */
export function sceneOf(
  turn: Turn,
  understood: Understanding,
  language: Language,
  asked: readonly string[] | null = null,
): Scene {
  const said = turn.households.length > 0 ? asOfGansu(understood) : understood
  const before = switching(turn)
  const chosen = householdOf(turn, before)
  const heard = withSchoolPlace(said, turn, chosen)
  const session = remembering({ ...turn, session: before }, heard, chosen)
  const household = chosen === null ? null : rememberedHousehold(chosen, session, turn.today)
  const words =
    heard.said.correction === true ? (saidInstead(turn.message.text) ?? turn.message.text) : turn.message.text
  const focus = focusOf(heard, words, session, household, { today: turn.today, asked })
  // A topic that yields to what was spoken of was not heard.
  const isGuess = (heard.said.topicUnnamed === true || namesFees(words)) && focus.topic !== heard.topic
  const scene = {
    turn,
    heard: isGuess ? topicless(heard) : heard,
    language,
    session,
    household,
    focus,
    resumed: false,
  }
  if (household === null) return scene
  const known = withSchoolTold(scene)
  return { ...known, session: hearingOtherwise(known, household) }
}

function topicless(heard: Understanding): Understanding {
  const { topicNamed: _, ...said } = heard.said
  return { ...heard, topic: null, said }
}

// 郭芳在上高中, of whom the record tells no school: it is told, and nothing is contradicted.
function withSchoolTold(scene: Scene): Scene {
  const { focus, heard, household, turn } = scene
  const { text } = turn.message
  const only = household === null ? undefined : ofNoSchoolRecorded(scene, household)
  if (only === undefined || heard.stage === null || tellsAhead(text) || isFinished(heard)) return scene
  const isAnswer = whoIsAsked(scene) === only.id && !isQuestion(text)
  if (!isAnswer && (focus.persons === null || !tellsSchool(text, only.name))) return scene
  const known = sceneWith(scene, tell(scene.session, only.id, schoolTold(heard, text)))
  const persons = known.household?.persons.filter(({ id }) => id === only.id) ?? []
  return { ...known, focus: { ...focus, persons } }
}

// The one person who is meant, or was asked about, where the record itself tells no school.
function ofNoSchoolRecorded(scene: Scene, { id, persons }: Household): Person | undefined {
  const { focus, turn } = scene
  const asked = whoIsAsked(scene)
  const [only, ...others] = focus.persons ?? persons.filter((person) => person.id === asked)
  const recorded = turn.households.find((one) => one.id === id)?.persons ?? []
  const isSilent = recorded.some((person) => person.id === only?.id && person.stage === null)
  return others.length === 0 && isSilent ? only : undefined
}

// Of whom the question is that waits for this message.
function whoIsAsked({ session: { asking } }: Scene): string | null {
  return asking?.kind === 'fact' ? asking.person : null
}

// A mother who came from Sichuan asks of her children here: whom the register holds is of Gansu, whatever the words.
function asOfGansu(heard: Understanding): Understanding {
  const { elsewhere, ...said } = heard.said
  if (elsewhere === undefined || elsewhere.intent === 'out-of-scope') return heard
  return { ...heard, ...elsewhere, said }
}

/** The scene with a session that knows more, as an answer to a question of ours gives. */
export function sceneWith(scene: Scene, session: Session): Scene {
  const chosen = householdOf(scene.turn, session)
  const household = chosen === null ? null : rememberedHousehold(chosen, session, scene.turn.today)
  return { ...scene, session, household }
}

/** Whether it is open which of several households is meant. */
export function isAmbiguous({ turn, session }: Scene): boolean {
  return turn.households.length > 1 && session.household === null
}

// On a shared telephone, the name of a household's head speaks of that household: in any words before one is chosen, else
// by itself alone (何玉海家呢). Whoever was let go for want of a name is asked for it first, where names are counted.
function switching(turn: Turn): Session {
  const { session, households, message } = turn
  if (households.length < 2 || session.asking?.kind === 'household' || session.household === '')
    return session
  const named = session.household === null || speaksOfHousehold(message.text) ? householdCalled(turn) : null
  if (named === null || named.id === session.household) return session
  const { about, topic } = session
  return { ...session, ...forgetting(session), about, topic, household: named.id }
}

// An empty name stands for "none of them": the talk goes on as with a stranger.
function householdOf({ households }: Turn, { household }: Session): Household | null {
  const [only, ...others] = households
  if (only !== undefined && others.length === 0) return only
  return households.find(({ id }) => id === household) ?? null
}
