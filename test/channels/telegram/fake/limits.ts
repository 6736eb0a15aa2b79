/** What the Bot API's documentation allows, in its own words for what it refuses: https://core.telegram.org/bots/api */
export type Refusal = {
  readonly error_code: number
  readonly description: string
  readonly parameters?: { readonly retry_after: number }
}

export type Params = Readonly<Record<string, unknown>>

/** A parameter as a text: a form knows nothing else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

export function bad(description: string): Refusal {
  return { error_code: 400, description: `Bad Request: ${description}` }
}

/** 1 to 4096 characters of text, counted in UTF-16. */
export function textFault({ text, parse_mode: mode }: Params): Refusal | null {
  if (typeof text !== 'string' || text.trim() === '') return bad('message text is empty')
  if (text.length > 4096) return bad('message is too long')
  return markupFault(text, mode)
}

/** At most 1024 characters of caption. */
export function captionFault({ caption, parse_mode: mode }: Params): Refusal | null {
  if (caption === undefined) return null
  if (typeof caption !== 'string' || caption.length > 1024) return bad('message caption is too long')
  return markupFault(caption, mode)
}

/** A photo of at most 10 MB, its sides together at most 10000 and at most 20 times as long one as the other. */
export function photoFault(png: Uint8Array): Refusal | null {
  if (png.length > 10 * 1024 * 1024) return bad('file is too big')
  const { width, height } = pngSize(png)
  if (width === 0 || height === 0) return bad('IMAGE_PROCESS_FAILED')
  const isOdd = width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)
  return isOdd ? bad('PHOTO_INVALID_DIMENSIONS') : null
}

/** Buttons: 1 to 64 bytes of data each; a contact is asked for in private chats alone. */
export function keyboardFault(markup: unknown, chatType: string): Refusal | null {
  if (markup === undefined) return null
  const { inline_keyboard: inline, keyboard } = markup as {
    readonly inline_keyboard?: readonly (readonly { text: string; callback_data?: string }[])[]
    readonly keyboard?: readonly (readonly { text: string; request_contact?: boolean }[])[]
  }
  for (const { text, callback_data: data = '' } of (inline ?? []).flat()) {
    if (text.trim() === '') return bad('BUTTON_TEXT_INVALID')
    const bytes = new TextEncoder().encode(data).length
    if (bytes < 1 || bytes > 64) return bad('BUTTON_DATA_INVALID')
  }
  for (const { text, request_contact: contact } of (keyboard ?? []).flat()) {
    if (text.trim() === '') return bad('text buttons must be non-empty')
    if (contact === true && chatType !== 'private')
      return bad('phone number can be requested in private chats only')
  }
  return null
}

/** Up to 100 commands of 1 to 32 of a-z 0-9 _, each described in 1 to 256 characters. */
export function commandsFault({ commands, language_code: language }: Params): Refusal | null {
  const all = (commands ?? []) as readonly { readonly command: string; readonly description: string }[]
  if (all.length > 100) return bad('too many commands specified')
  for (const { command, description } of all) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) return bad('BOT_COMMAND_INVALID')
    if (description.trim() === '' || description.length > 256) return bad('BOT_COMMAND_DESCRIPTION_INVALID')
  }
  return languageFault(language)
}

/** A description of at most so many characters. */
export function descriptionFault(text: unknown, most: number, language: unknown): Refusal | null {
  if (typeof text === 'string' && text.length > most) return bad('description is too long')
  return languageFault(language)
}

/** A webhook's address is https; its secret 1 to 256 of A-Z a-z 0-9 _ -. */
export function webhookFault({ url, secret_token: secret }: Params): Refusal | null {
  if (typeof url !== 'string' || !url.startsWith('https://'))
    return bad('bad webhook: An HTTPS URL must be provided for webhook')
  if (secret !== undefined && !/^[\w-]{1,256}$/.test(textOf(secret)))
    return bad('secret token contains unallowed characters')
  return null
}

function languageFault(language: unknown): Refusal | null {
  if (language === undefined || language === '' || /^[a-z]{2}$/.test(textOf(language))) return null
  return bad('LANGUAGE_CODE_INVALID')
}

// Enough of it to notice whoever sends a family's words as markup.
function markupFault(text: string, mode: unknown): Refusal | null {
  if (mode === undefined) return null
  const isOdd = mode === 'HTML' ? /[<>&]/.test(text) : /[_*[\]()~`>#+\-=|{}.!]/.test(text)
  return isOdd ? bad("can't parse entities") : null
}

function pngSize(png: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  if (png.length < 33 || view.getUint32(0) !== 0x89504e47) return { width: 0, height: 0 }
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
