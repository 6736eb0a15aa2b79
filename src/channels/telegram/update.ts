import type { Update } from 'grammy/types'
import { z } from 'zod'

/*
 * What is read of an Update (https://core.telegram.org/bots/api#update), and no more: all else that Telegram may add
 * passes by.
 */
const chat = z.object({ id: z.number(), type: z.string() })
const user = z.object({ id: z.number(), is_bot: z.boolean().optional() })

const message = z.looseObject({
  chat,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  contact: z.object({ phone_number: z.string(), user_id: z.number().optional() }).optional(),
  /** Somebody's words passed on, the sender's own among them. */
  forward_origin: z.unknown().optional(),
})

const update = z.object({
  update_id: z.number().int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      /** Absent for a button that stands in no chat of ours. */
      message: z.object({ chat }).optional(),
    })
    .optional(),
  my_chat_member: z
    .object({ chat, from: user, new_chat_member: z.object({ status: z.string() }) })
    .optional(),
})

export type TelegramUpdate = z.infer<typeof update>
export type TelegramMessage = z.infer<typeof message>

/** The kinds of Update that are asked for; of any other Telegram tells nothing. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

/** Whether this is an Update at all, of whatever kind. */
export function isUpdate(json: unknown): json is Update {
  return z.object({ update_id: z.number().int() }).safeParse(json).success
}

/** Reads an Update; null for one of a shape that is not known here. */
export function readUpdate(json: unknown): TelegramUpdate | null {
  return update.safeParse(json).data ?? null
}
