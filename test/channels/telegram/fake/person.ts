import type { Chat, ChatMember, Message, Update, User } from 'grammy/types'
import { type Params, textOf } from './limits.ts'

/** A message of the bot's as a person sees it. */
export type Shown = {
  readonly text: string
  readonly buttons: readonly { readonly label: string; readonly data: string }[]
  /** How many buttons stand in each row. */
  readonly rows: readonly number[]
  readonly photo: Uint8Array | null
}

/** What happens in a chat, without the number that Telegram gives it. */
export type Happening = Omit<Update, 'update_id'>

/** How a person's doings reach the bot; ends once they are handled where a webhook takes them. */
export type Happen = (happening: Happening) => Promise<void>

/** One Telegram user in a private chat with the bot: what they do becomes Updates, what the bot sends is on their screen. */
export class Person {
  readonly user: User
  readonly chat: Chat.PrivateChat
  readonly screen: Shown[] = []
  /** What was told beside a tap; null for a bare acknowledgement. */
  readonly notices: (string | null)[] = []
  /** The button below the field one writes in, if it shares one's telephone. */
  contactButton: string | null = null
  blocked = false
  readonly #happen: Happen
  readonly #now: () => number
  #messages = 0

  constructor(id: number, happen: Happen, now: () => number) {
    this.user = { id, is_bot: false, first_name: 'Person', language_code: 'zh-hans' }
    this.chat = { id, type: 'private', first_name: 'Person' }
    this.#happen = happen
    this.#now = now
  }

  /** Everything on the screen, as one text. */
  get words(): string {
    return this.screen.map(({ text }) => text).join('\n')
  }

  says(text: string): Promise<void> {
    return this.sends({ text })
  }

  /** Any other kind of message: `{ voice: … }`, `{ sticker: … }`. */
  sends(what: object): Promise<void> {
    return this.#happen({ message: this.#message(what) })
  }

  edits(text: string): Promise<void> {
    const edited = { ...this.#message({ text }), edit_date: Math.floor(this.#now() / 1000) }
    return this.#happen({ edited_message: edited as Update['edited_message'] & object })
  }

  /** Presses the button that shares one's own contact; the bot must have shown it. */
  sharesContact(telephone: string): Promise<void> {
    if (this.contactButton === null) throw new Error('no button for a contact is shown')
    this.contactButton = null
    return this.sends({
      contact: { phone_number: telephone.replace('+', ''), first_name: 'Person', user_id: this.user.id },
    })
  }

  /** Taps a button of the latest message that has one of this label. */
  taps(label: string): Promise<void> {
    const shown = this.screen.findLast(({ buttons }) => buttons.some((one) => one.label.includes(label)))
    const button = shown?.buttons.find((one) => one.label.includes(label))
    if (button === undefined) throw new Error(`no button ${label} among ${JSON.stringify(this.screen)}`)
    return this.tapsData(button.data)
  }

  tapsData(data: string): Promise<void> {
    const message = this.#message({ text: '' })
    return this.#happen({
      callback_query: {
        id: `${this.user.id}-${this.#messages}`,
        from: this.user,
        chat_instance: '1',
        data,
        message,
      },
    })
  }

  blocks(): Promise<void> {
    this.blocked = true
    return this.#member('member', 'kicked')
  }

  unblocks(): Promise<void> {
    this.blocked = false
    return this.#member('kicked', 'member')
  }

  /** Takes what the bot sent. */
  shows(params: Params, photo: Uint8Array | null): number {
    const { inline_keyboard: inline = [], keyboard = [] } = (params['reply_markup'] ?? {}) as {
      readonly inline_keyboard?: readonly (readonly { text: string; callback_data: string }[])[]
      readonly keyboard?: readonly (readonly { text: string; request_contact?: boolean }[])[]
    }
    const contact = keyboard.flat().find(({ request_contact: asked }) => asked === true)
    if (contact !== undefined) this.contactButton = contact.text
    this.screen.push({
      text: textOf(params['text'] ?? params['caption'] ?? ''),
      buttons: inline.flat().map(({ text, callback_data: data }) => ({ label: text, data })),
      rows: inline.map((row) => row.length),
      photo,
    })
    return ++this.#messages
  }

  #message(what: object): Message & Update.NonChannel {
    const message = {
      message_id: ++this.#messages,
      date: Math.floor(this.#now() / 1000),
      chat: this.chat,
      from: this.user,
      ...what,
    }
    return message as Message & Update.NonChannel
  }

  #member(before: ChatMember['status'], after: ChatMember['status']): Promise<void> {
    const of = (status: ChatMember['status']) => ({ user: this.user, status }) as ChatMember
    return this.#happen({
      my_chat_member: {
        chat: this.chat,
        from: this.user,
        date: Math.floor(this.#now() / 1000),
        old_chat_member: of(before),
        new_chat_member: of(after),
      },
    })
  }
}
