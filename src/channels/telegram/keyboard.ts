import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types'
import type { Spoken, Tap } from '../../conversation/turn.ts'

type Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup

/** The buttons below a message: what may be tapped, or the one that shares one's telephone; none for words alone. */
export function keyboardFor({ taps = [], contactButton }: Spoken): Keyboard | undefined {
  if (contactButton !== undefined)
    return {
      keyboard: [[{ text: contactButton, request_contact: true }]],
      resize_keyboard: true,
      one_time_keyboard: true,
    }
  if (taps.length === 0) return undefined
  return { inline_keyboard: rowsOf(taps) }
}

/** How wide a row may be on a small telephone, and a button's share of it by its signs. */
const ROW_SIGNS = 24
const MOST_IN_A_ROW = 3

// All buttons of one width, so that a list reads as one.
function rowsOf(taps: readonly Tap[]): InlineKeyboardMarkup['inline_keyboard'] {
  const widest = Math.max(...taps.map(({ label }) => widthOf(label)))
  const inRow = Math.max(1, Math.min(MOST_IN_A_ROW, Math.floor(ROW_SIGNS / (widest + 2))))
  const buttons = taps.map(({ label, data }) => ({ text: label, callback_data: data }))
  return Array.from({ length: Math.ceil(buttons.length / inRow) }, (_, row) =>
    buttons.slice(row * inRow, (row + 1) * inRow),
  )
}

// A hanzi takes the room of two signs; vowels and stacked letters take none.
function widthOf(label: string): number {
  const bare = label.replace(/\p{M}/gu, '')
  return bare.length + (bare.match(/\p{Script=Han}/gu)?.length ?? 0)
}
