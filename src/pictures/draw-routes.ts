import type { RouteCard, RouteGroup } from '../conversation/routes/card.ts'
import type { Atlas } from './atlas.ts'
import type { Ink } from './inks.ts'
import type { Pixels } from './png.ts'
import { openSheet, type Sheet } from './sheet.ts'
import { MARK_SIZE, STYLES } from './styles.ts'

/** As wide as Telegram shows a picture on a telephone without making it smaller. */
const WIDTH = 720
const MARGIN = 32
const RIGHT = WIDTH - MARGIN
/** Where words begin beside marks, and names beside their numbers. */
const WORDS = MARGIN + MARK_SIZE + 20
const NAMES = WORDS + 34
const BETWEEN = 16
/** Between the names of ways that are told of together. */
const ABREAST = 10
const LINE = 4

/** Draws ways in order from where they begin, as stops of one line. Null where the atlas lacks a piece of the words. */
export function drawRoutes(card: RouteCard, atlas: Atlas): Pixels | null {
  const sheet = openSheet(atlas, card.language, WIDTH)
  const stops: number[] = []
  const stop = (mark: Parameters<Sheet['mark']>[0], ink: Ink, y: number) => {
    const top = Math.round(y + (STYLES[card.language].name.leading - MARK_SIZE) / 2)
    sheet.mark(mark, ink, MARGIN, top)
    stops.push(top)
  }
  let y = sheet.words([{ role: 'title', ink: 'text', text: card.title }], MARGIN - 8, MARGIN, RIGHT)
  y += BETWEEN / 2
  stop('start', 'text', y)
  y = sheet.words([{ role: 'name', ink: 'text', text: card.start }], y, WORDS, RIGHT)
  for (const group of card.groups) y = drawGroup(sheet, group, y + BETWEEN, stop)
  joinStops(sheet, stops)
  if (card.notes.length > 0) y = drawNotes(sheet, card.notes, y + BETWEEN)
  return sheet.pixels(Math.ceil(y + MARGIN - 8))
}

function drawGroup(
  sheet: Sheet,
  { outcome, ways, state, about }: RouteGroup,
  top: number,
  stop: (mark: RouteGroup['outcome'], ink: Ink, y: number) => void,
): number {
  const ink = outcome === 'ineligible' ? 'quiet' : 'text'
  let y = top - ABREAST
  for (const { number, name } of ways) {
    y += ABREAST
    stop(outcome, outcome, y)
    sheet.words([{ role: 'name', ink, text: String(number) }], y, WORDS, NAMES)
    y = sheet.words([{ role: 'name', ink, text: name }], y, NAMES, RIGHT)
  }
  const words = [
    { role: 'state', ink: outcome, text: `${state}  ` },
    { role: 'words', ink, text: about },
  ] as const
  return sheet.words(words, y, NAMES, RIGHT)
}

function drawNotes(sheet: Sheet, notes: readonly string[], top: number): number {
  sheet.bar('line', MARGIN, top, WIDTH - 2 * MARGIN, 2)
  return notes.reduce(
    (y, text) => sheet.words([{ role: 'words', ink: 'quiet', text }], y, MARGIN, RIGHT),
    top + BETWEEN,
  )
}

function joinStops(sheet: Sheet, stops: readonly number[]): void {
  const x = MARGIN + (MARK_SIZE - LINE) / 2
  for (const [at, next] of stops.slice(1).entries()) {
    const from = (stops[at] ?? next) + MARK_SIZE + 4
    sheet.bar('line', x, from, LINE, Math.max(0, next - 4 - from))
  }
}
