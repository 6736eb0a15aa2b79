import { type Language, textIn } from '../../i18n/texts.ts'
import { countyByCode } from '../../regions/county.ts'
import { type Choice, type Line, type Param, type Reply, say, type Text } from '../words/reply.ts'
import { segmentsOf, splitAtPause, UCS2_PART } from './segments.ts'
import type { Channel } from '../turn.ts'

/** Words fitted to a channel, and those that wait behind "more". */
export type Rendered = { readonly text: string; readonly rest: string | null }

/** Segments an SMS answer may take, by how much it is about. Telegram's limit is its own: 4096 UTF-16 units. */
export const SMS_SEGMENTS = { 'zh-CN': { one: 3, many: 5 }, bo: { one: 5, many: 8 } } as const
const TELEGRAM_UNITS = 4096

/**
 * A reply in words of `language`, fitted to `channel`: what is most important first, its closing always shown, with its
 * choices where the channel has no buttons for them.
 */
export function render(reply: Reply, language: Language, channel: Channel): Rendered {
  const body = reply.lines.map((line) => lineIn(line, language)).join('\n')
  const closing = [
    ...(reply.closing ?? []).map((line) => lineIn(line, language)),
    ...(channel === 'telegram' ? [] : choicesIn(reply, language)),
  ].join('\n')
  return fitted(body, closing, language, roomFor(channel, language, reply.span))
}

/** A choice as a button shows it, with the number that may be typed instead. */
export function labelIn({ number, label, params }: Choice, language: Language): string {
  return `${number} ${inWords(say(label, params), language).trim()}`
}

/** The next part of a long answer that was cut. */
export function renderRest(rest: string, language: Language, channel: Channel): Rendered {
  return fitted(rest, '', language, roomFor(channel, language, 'one'))
}

function inWords({ key, params }: Text, language: Language): string {
  return textIn(language, key, params, paramIn)
}

type Room = { readonly units: number; readonly fits: (text: string) => boolean }

function roomFor(channel: Channel, language: Language, span: Reply['span']): Room {
  if (channel === 'telegram') return { units: TELEGRAM_UNITS, fits: (text) => text.length <= TELEGRAM_UNITS }
  const segments = SMS_SEGMENTS[language][span]
  return {
    units: segments * UCS2_PART,
    fits: (text) => text.length <= segments * UCS2_PART && segmentsOf(text) <= segments,
  }
}

function fitted(body: string, closing: string, language: Language, room: Room): Rendered {
  const whole = joined(body, closing)
  if (room.fits(whole)) return { text: whole, rest: null }
  const hint = inWords(say('conversation:more.hint', { more: say('conversation:word.more') }), language)
  const tail = joined(closing, hint)
  for (let limit = room.units - tail.length - 1; limit > 0; limit -= 4) {
    const { head, rest } = splitAtPause(body, limit)
    const text = joined(head, tail)
    if (room.fits(text)) return { text, rest: rest === '' ? null : rest }
  }
  return { text: tail, rest: body }
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}

function lineIn(line: Line, language: Language): string {
  const said: string[] = []
  for (const text of line) {
    const words = inWords(text, language)
    // Two conditions may say the same words: said once.
    if (!said.includes(words)) said.push(words)
  }
  return said.join(language === 'bo' ? ' ' : '')
}

function choicesIn(reply: Reply, language: Language): string[] {
  const choices = reply.choices ?? []
  if (choices.length === 0) return []
  return [choices.map((choice) => ended(labelIn(choice, language), language)).join(' ')]
}

/** What fills a placeholder, in words of `language`, fitted to what may stand around it. */
export function paramIn(param: Param, language: Language): string | number {
  if (typeof param === 'number' || typeof param === 'string') return param
  if ('name' in param) return spaced(param.name, language)
  if ('county' in param) return spaced(countyName(param.county, language), language)
  if ('quoted' in param) return inWords(param.quoted, language)
  if ('words' in param)
    return language === 'bo' && param.words.bo !== null
      ? linked(param.words.bo, language)
      : param.words['zh-CN']
  if ('list' in param)
    return param.list
      .map((text) => linked(inWords(text, language), language))
      .join(language === 'bo' ? 'དང་། ' : '、')
  const word = inWords(param, language)
  // A word to be sent back is quoted as it is to be written.
  return param.key.startsWith('conversation:word.') ? word : linked(word, language)
}

function countyName(code: string, language: Language): string {
  const county = countyByCode(code)
  return (language === 'bo' ? county?.nameBo : null) ?? county?.name ?? ''
}

// A Tibetan word takes its tsheg before what follows it.
function linked(word: string, language: Language): string {
  return language === 'bo' && endsInSyllable(word) ? `${word}་` : word
}

// A Tibetan phrase that stands alone ends in a shad, with the tsheg kept after ང and no shad after ཀ and ག.
function ended(phrase: string, language: Language): string {
  if (language !== 'bo' || /[ཀག]$/u.test(phrase)) return phrase
  return phrase.endsWith('ང') ? `${phrase}་།` : `${phrase}།`
}

// A name in hanzi stands apart from the Tibetan around it.
function spaced(name: string, language: Language): string {
  const bare = name.replace(/[་༌།༎\s]+$/u, '')
  return language === 'bo' && !endsInSyllable(bare) ? `${bare} ` : linked(bare, language)
}

// In a Tibetan letter or its mark, from ཀ to ྼ.
function endsInSyllable(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0x0f40 && last <= 0x0fbc
}
