import type { Intent, Language } from '../understanding/types.ts'
import { type Answer, speak } from './answer.ts'
import { namesTopic } from './persons/focus.ts'
import { lastHeard } from './session/last-heard.ts'

import { type Rendered, render, renderRest } from './rendering/render.ts'
import { type Reply, say, type Text } from './words/reply.ts'
import type { Scene } from './scene.ts'
import type { Session } from './session/session.ts'
import { offersContact, spokenIn, spokenRest } from './rendering/spoken.ts'
import type { Outcome } from './turn.ts'

/** The next page of a long answer. */
export function more(scene: Scene, language: Language | null): Outcome {
  const { rest, language: spoken } = scene.turn.session
  // What was asked waits on.
  const { asking } = scene.turn.session
  if (rest === null)
    return outcome(scene, language, { ...speak([say('conversation:more.none')]), remember: { asking } })
  const page = renderRest(rest, spoken ?? scene.language, scene.turn.message.channel)
  return {
    session: { ...scene.turn.session, rest: page.rest, usedOn: scene.turn.today },
    replies: spokenRest(page, spoken ?? scene.language, scene.turn.message.channel),
    changes: [],
    determinations: [],
    heard: heardIn(scene),
  }
}

/** What comes of an answer: its words fitted to the channel, and the talk as it is remembered. */
export function outcome(
  scene: Scene,
  language: Language | null,
  { reply, remember = {}, changes = [], determinations = [], routes = [], continues }: Answer,
): Outcome {
  const known = remember.language ?? language
  const page = reply === null ? null : words(reply, { ...scene, language: known ?? scene.language }, known)
  const isAnonymous = tellsOfReport(scene, { ...scene.session, asking: null, ...remember }, changes)
  const offersButton = reply !== null && known !== null && offersContact(scene, reply, remember)
  const session: Session = {
    ...scene.session,
    asking: null,
    language,
    ...remember,
    rest: page?.rest ?? null,
    usedOn: scene.turn.today,
    last: isAnonymous ? null : lastHeard(scene.turn, scene.heard),
    ...(offersButton ? { contactOffered: true } : {}),
  }
  return {
    session,
    replies:
      reply === null || page === null
        ? []
        : spokenIn(reply, page, {
            language: known,
            channel: scene.turn.message.channel,
            asking: session.asking,
            offersButton,
            routes,
          }),
    changes,
    determinations,
    heard: heardIn(scene, remember, continues),
    ...(isAnonymous ? { anonymous: true } : {}),
  }
}

/** A word beside the talk, which goes on as it was: to what was done in a chat without saying anything. */
export function aside(scene: Scene, language: Language | null, text: Text | null): Outcome {
  const { session, message } = scene.turn
  const page = text === null ? null : words({ lines: [[text]], span: 'one' }, scene, language)
  const isTap = message.question !== undefined
  return {
    session,
    replies: page === null ? [] : [{ text: page.text, ...(isTap ? { beside: true as const } : {}) }],
    changes: [],
    determinations: [],
    heard: heardIn(scene),
  }
}

// A report of misuse stands beside nobody: not even the messages that made it do.
function tellsOfReport(
  { turn }: Scene,
  { asking }: Pick<Session, 'asking'>,
  changes: Outcome['changes'],
): boolean {
  if (turn.namedReport !== null) return true
  if ((asking?.kind === 'case' || asking?.kind === 'offer') && asking.caseKind === 'misuse') return true
  return changes.some(
    (change) =>
      change.kind === 'follow-case' ||
      ((change.kind === 'open-case' || change.kind === 'add-to-case') && change.caseKind === 'misuse'),
  )
}

// Before a language is known, what is said is said in both.
function words(reply: Reply, { turn, language }: Scene, known: Language | null): Rendered {
  const { channel } = turn.message
  if (known !== null) return render(reply, language, channel)
  return {
    text: (['zh-CN', 'bo'] as const).map((one) => render(reply, one, channel).text).join('\n'),
    rest: null,
  }
}

function heardIn(
  { heard, language, focus, session }: Scene,
  remember: Partial<Session> = {},
  continues?: Intent,
): Outcome['heard'] {
  // What was only guessed is not what was answered.
  const named = namesTopic(heard) ? heard.topic : focus.topic
  const topic =
    named ??
    (continues === undefined ? focus.topic : remember.topic === undefined ? session.topic : remember.topic)
  return { intent: continues ?? heard.intent, topic: continues === 'out-of-scope' ? null : topic, language }
}
