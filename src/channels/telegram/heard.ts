import { CHAT_COMMANDS } from '../../conversation/hearing/commands.ts'
import { readTap } from '../../conversation/rendering/taps.ts'
import type { Inbound } from '../../inbox/inbound.ts'
import type { Standing } from '../../inbox/standing.ts'
import { toE164 } from '../../privacy/telephone.ts'
import type { TelegramMessage, TelegramUpdate } from './update.ts'

/** What an Update says to us: a message to answer, or that a chat wants messages or wants none. */
export type Heard =
  | { readonly kind: 'message'; readonly inbound: Inbound }
  | { readonly kind: 'standing'; readonly standing: Standing }

/**
 * What is heard in an Update; null for what is left alone: groups and channels, whatever is said there, other bots, and
 * what Telegram itself notes in a chat.
 */
export function heardIn(update: TelegramUpdate): Heard | null {
  const providerId = String(update.update_id)
  const { message, edited_message: edited, callback_query: tap, my_chat_member: member } = update
  if (message !== undefined) return isPrivate(message) ? said(message, providerId) : null
  if (edited !== undefined)
    return isPrivate(edited) && edited.text !== undefined
      ? heard(edited.chat.id, providerId, { beside: 'edited' })
      : null
  if (tap !== undefined) return tap.message?.chat.type === 'private' ? tapped(tap, providerId) : null
  if (member !== undefined && isPrivate(member)) return standing(member, providerId)
  return null
}

type Said = Pick<TelegramMessage, 'chat' | 'from'>
type TapOf = NonNullable<TelegramUpdate['callback_query']>
type Member = NonNullable<TelegramUpdate['my_chat_member']>

function isPrivate({ chat, from }: Said): boolean {
  return chat.type === 'private' && from !== undefined && from.is_bot !== true
}

function said(message: TelegramMessage, providerId: string): Heard | null {
  const { chat, text, caption, contact, media_group_id: album } = message
  if (text !== undefined) return heard(chat.id, providerId, { text: plain(text) })
  if (contact !== undefined) return shared(message, contact, providerId)
  if (!MEDIA.some((kind) => message[kind] !== undefined)) return null
  // The pictures of an album come one by one, its words with the first of them: it is answered as one message.
  const id = album === undefined ? providerId : `album-${album}`
  return heard(chat.id, id, { text: caption ?? '', media: true })
}

// One's own contact proves a telephone only when it is shared now: one passed on may be of an old number.
function shared(
  { chat, from, forward_origin: origin }: TelegramMessage,
  contact: NonNullable<TelegramMessage['contact']>,
  providerId: string,
): Heard {
  const isOwn = contact.user_id !== undefined && contact.user_id === from?.id && origin === undefined
  const telephone = isOwn ? toE164(`+${contact.phone_number.replace(/^\+/, '')}`) : null
  return heard(
    chat.id,
    providerId,
    telephone === null ? { beside: 'others-contact' } : { sharedTelephone: telephone },
  )
}

function tapped({ from, data = '' }: TapOf, providerId: string): Heard {
  // A button of another release is one of a question long past.
  return heard(from.id, providerId, readTap(data) ?? { question: 'unknown' })
}

// In a private chat this tells that the bot was blocked, or is so no more.
function standing({ chat, new_chat_member: { status } }: Member, providerId: string): Heard | null {
  if (status !== 'kicked' && status !== 'member') return null
  return {
    kind: 'standing',
    standing: {
      channel: 'telegram',
      address: String(chat.id),
      providerId,
      stopped: status === 'kicked',
      by: 'provider',
    },
  }
}

function heard(chat: number, providerId: string, what: Partial<Inbound>): Heard {
  return {
    kind: 'message',
    inbound: { channel: 'telegram', address: String(chat), providerId, text: '', media: false, ...what },
  }
}

// A command may name the bot, and a link that begins a chat brings words of its own along, which are nobody's.
function plain(text: string): string {
  const name = /^\/(\w{1,32})(?:@\w+)?(?:\s|$)/.exec(text)?.[1]?.toLowerCase()
  return name !== undefined && Object.hasOwn(CHAT_COMMANDS, name) ? `/${name}` : text
}

/** What a person sends that is no text. Anything else is Telegram's own note. */
const MEDIA = [
  'animation',
  'audio',
  'dice',
  'document',
  'game',
  'live_photo',
  'location',
  'paid_media',
  'photo',
  'poll',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
  'checklist',
] as const
