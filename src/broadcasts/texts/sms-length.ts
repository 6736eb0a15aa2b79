import { SegmentedMessage } from 'sms-segments-calculator'
import { segmentsOf, UCS2_PART } from '../../conversation/rendering/segments.ts'

/** A text as a provider counts it. `over`: so many UTF-16 units fewer, and it takes a segment less; 0 where it has but one. */
export type SmsLength = { readonly segments: number; readonly over: number }

const UCS2_ALONE = 70
const ALWAYS_UCS2 = /[\p{Script=Han}\p{Script=Tibetan}]/u

/** How long a text is as SMS. Whatever holds a sign of Chinese or Tibetan goes in UCS-2, anything else perhaps in GSM-7. */
export function smsLength(text: string): SmsLength {
  if (!ALWAYS_UCS2.test(text)) return { segments: new SegmentedMessage(text).segmentsCount, over: 0 }
  const segments = segmentsOf(text)
  if (segments < 2) return { segments, over: 0 }
  const room = segments === 2 ? UCS2_ALONE : (segments - 1) * UCS2_PART
  return { segments, over: Math.max(1, text.length - room) }
}

/** How a provider would send a text. */
export type SmsEncoding = 'GSM-7' | 'UCS-2'

/** In what a text goes as SMS: seven bits a sign, or sixteen. */
export function smsEncoding(text: string): SmsEncoding {
  if (ALWAYS_UCS2.test(text)) return 'UCS-2'
  return new SegmentedMessage(text).encodingName === 'GSM-7' ? 'GSM-7' : 'UCS-2'
}

/** UTF-16 units, or signs of seven bits, that each part of a message of so many segments holds. */
export function smsRoom(encoding: SmsEncoding, segments: number): number {
  const [alone, part] = encoding === 'UCS-2' ? [UCS2_ALONE, UCS2_PART] : [160, 153]
  return segments > 1 ? part : alone
}

/** A sign that takes more room than it need, what would do in its place, and how many UTF-16 units all of them would spare. */
export type CostlySign = { readonly sign: string; readonly instead: string; readonly spares: number }

const COSTLY: readonly { readonly of: RegExp; readonly instead: string }[] = [
  { of: /…{2,}/g, instead: '…' },
  { of: /\.{3,}/g, instead: '…' },
  { of: /—{2,}/g, instead: '—' },
  { of: /([！？!?])\1+/g, instead: '！' },
  { of: /[ \u3000]{2,}/g, instead: ' ' },
  { of: /\r\n|\n{2,}/g, instead: '\n' },
  // Pictures take two units each, and those that are joined of several as many more.
  {
    of: /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*/gu,
    instead: '',
  },
]

/** The doubled marks, blank lines and pictures of a text, for its author to think over. */
export function costlySigns(text: string): readonly CostlySign[] {
  return COSTLY.flatMap(({ of, instead }) => {
    const found = text.match(of) ?? []
    const spares = found.reduce((sum, one) => sum + one.length - instead.length, 0)
    const [sign] = found
    return sign === undefined ? [] : [{ sign, instead, spares }]
  })
}

/** The signs, such as curly quotes, for which alone a text in Latin letters costs as much as one in Chinese. */
export function unicodeSigns(text: string): readonly string[] {
  if (ALWAYS_UCS2.test(text)) return []
  const asWritten = new SegmentedMessage(text)
  const plain = new SegmentedMessage(text, 'auto', true)
  return plain.segmentsCount < asWritten.segmentsCount ? [...new Set(asWritten.getNonGsmCharacters())] : []
}
