import type { Unreached } from '../audiences/contact.ts'
import type { Recipient, RecipientPage } from '../audiences/recipients.ts'
import type { Channel } from '../conversation/turn.ts'
import type { Language } from '../i18n/texts.ts'
import type { Store } from '../storage/store.ts'
import type { Context } from './context.ts'
import { toldLately } from './rest.ts'
import { type Lacking, worded } from './texts/wording.ts'

/** Why a family of the audience is sent nothing. */
export type SkipReason =
  | Unreached
  | Lacking
  | 'no-text'
  | 'told-lately'
  | 'too-long'
  /** It was to be sent again, and the family is not in the audience any more. */
  | 'left-audience'

export type Message = { readonly recipient: Recipient; readonly text: string }

type Skipped = {
  readonly key: string
  readonly householdId: string
  readonly language: Language | null
  readonly channel: Channel | null
  readonly reason: SkipReason
}

/** A page of the audience as it would leave, or left: the same for the estimate and for the sending. */
export type Prepared = { readonly messages: readonly Message[]; readonly skipped: readonly Skipped[] }

/** UTF-16 units that a provider takes: Twilio's and Telegram's documented limits. */
const LONGEST: Readonly<Record<Channel, number>> = { sms: 1600, telegram: 4096 }

/** Words each message of a page, and says of each other family why it has none. */
export async function prepare(store: Store, context: Context, page: RecipientPage): Promise<Prepared> {
  const { rest } = context
  const households = page.recipients.map(({ householdId }) => householdId)
  const rested = rest === null ? NONE : await toldLately(store, rest, households)
  const messages: Message[] = []
  const skipped: Skipped[] = page.unreached.map(({ key, householdId, reason }) => ({
    key,
    householdId,
    language: null,
    channel: null,
    reason,
  }))
  for (const recipient of page.recipients) {
    const made = rested.has(recipient.householdId) ? 'told-lately' : messageFor(context, recipient)
    if (typeof made !== 'string') messages.push(made)
    else skipped.push({ ...lineOf(recipient), reason: made })
  }
  return { messages, skipped }
}

const NONE: ReadonlySet<string> = new Set()

function messageFor(
  { templates, occasionIn }: Context,
  recipient: Recipient,
): Message | Exclude<SkipReason, Unreached> {
  const { language, county, persons, channel } = recipient
  const template = templates.get(language)
  if (template === undefined) return 'no-text'
  const names = persons.map(({ name }) => name)
  const made = worded(template, { language, county, names }, occasionIn(county))
  if (!made.ok) return made.lacking
  return made.text.length > LONGEST[channel] ? 'too-long' : { recipient, text: made.text }
}

function lineOf({ key, householdId, language, channel }: Recipient): Omit<Skipped, 'reason'> {
  return { key, householdId, language, channel }
}
