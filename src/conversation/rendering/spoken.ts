import { LANGUAGES, type Language, textsIn } from '../../i18n/texts.ts'
import type { Intent } from '../../understanding/types.ts'
import type { Rendered } from './render.ts'
import type { Reply } from '../words/reply.ts'
import type { Scene } from '../scene.ts'
import type { Asking, Session } from '../session/session.ts'
import { tapsOf, wordTap } from './taps.ts'
import { picturesOf, type ToldRoutes } from '../routes/told.ts'
import type { Channel, Spoken, Tap } from '../turn.ts'

type Manner = {
  /** Null while none is known: what is said is said in both. */
  readonly language: Language | null
  readonly channel: Channel
  readonly asking: Asking | null
  readonly offersButton: boolean
  readonly routes: readonly ToldRoutes[]
}

/** A reply's words as messages to leave, with what the channel can show beside words. */
export function spokenIn(
  reply: Reply,
  { text, rest }: Rendered,
  { language, channel, asking, offersButton, routes }: Manner,
): readonly Spoken[] {
  if (channel !== 'telegram') return [{ text }]
  const taps = language === null ? languageTaps(asking) : tapsOf(reply, language, asking, rest !== null)
  const spoken = withTaps(text, taps)
  if (language === null) return [spoken]
  return [spoken, ...picturesOf(routes, language), ...(offersButton ? [contactOffer(language)] : [])]
}

/** The next page of a long answer as a message to leave. */
export function spokenRest(
  { text, rest }: Rendered,
  language: Language,
  channel: Channel,
): readonly Spoken[] {
  const taps = rest === null || channel !== 'telegram' ? [] : [wordTap('conversation:word.more', language)]
  return [withTaps(text, taps)]
}

/**
 * Whether a button for sharing one's own telephone belongs to an answer: where it asks for one, and once in a talk to
 * whoever stands on no record and asks for what a record would answer.
 */
export function offersContact(
  { turn, session, heard }: Scene,
  reply: Reply,
  { asking = null }: Partial<Session>,
): boolean {
  if (turn.message.channel !== 'telegram') return false
  if (reply.asksContact === true) return true
  if (turn.households.length > 0 || session.contactOffered) return false
  return HELPED.has(heard.intent) && (asking === null || ASKED_BESIDE.has(asking.kind))
}

// What is answered from the record, where there is one.
const HELPED: ReadonlySet<Intent> = new Set([
  'greeting',
  'set-language',
  'start',
  'ask-benefits',
  'ask-programme',
  'ask-status',
  'ask-routes',
])

const ASKED_BESIDE: ReadonlySet<Asking['kind']> = new Set(['menu', 'fact'])

function withTaps(text: string, taps: readonly Tap[]): Spoken {
  return taps.length === 0 ? { text } : { text, taps }
}

function languageTaps(asking: Asking | null): readonly Tap[] {
  if (asking?.kind !== 'language') return []
  return LANGUAGES.map((language) => wordTap('conversation:word.own-language', language))
}

// A message has one kind of button: those that answer stay with the answer.
function contactOffer(language: Language): Spoken {
  const texts = textsIn(language)
  return { text: texts('conversation:contact.ask'), contactButton: texts('conversation:contact.button') }
}
