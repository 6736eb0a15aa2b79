import { routeCard } from '../../conversation/routes/card.ts'
import { ROUTES, type RouteProgramme } from '../../conversation/routes/table.ts'
import { LANGUAGES, type Language, templatesIn } from '../../i18n/texts.ts'
import { OUTCOMES } from '../../policy/determination.ts'
import type { Stage } from '../../policy/facts.ts'
import { type Atlas, type Glyph, markKey, pieceKey } from '../atlas.ts'
import { drawRoutes } from '../draw-routes.ts'
import type { Mark, Role } from '../styles.ts'

/** What must be drawn for the pictures. */
export type Needed = NeededPiece | { readonly key: string; readonly mark: Mark }

export type NeededPiece = {
  readonly key: string
  readonly language: Language
  readonly role: Role
  readonly piece: string
}

/** Every piece that a picture of any stage, state and figure is made of, in either language, by their keys' order. */
export function neededPieces(): readonly Needed[] {
  const needed = new Map<string, Needed>()
  const note = (one: Needed) => {
    needed.set(one.key, one)
    return BLANK
  }
  const atlas: Atlas = {
    glyph: (language, role, piece) => note({ key: pieceKey(language, role, piece), language, role, piece }),
    mark: (mark) => note({ key: markKey(mark), mark }),
  }
  for (const language of LANGUAGES)
    for (const [stage, routes] of Object.entries(ROUTES) as [Stage, (typeof ROUTES)[Stage] & object][])
      for (const outcome of OUTCOMES) {
        const ways = routes.map(({ programme }) => ({ programme, outcome, figures: figuresOf(programme) }))
        drawRoutes(routeCard({ language, stage, ways }), atlas)
      }
  return [...needed.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1))
}

const BLANK: Glyph = { advance: 0, left: 0, top: 0, width: 0, height: 0, ink: new Uint8Array(0) }

/** A figure of every digit. */
const ANY_FIGURE = 1_234_567_890

function figuresOf(programme: RouteProgramme): Readonly<Record<string, number>> {
  const template = templatesIn('zh-CN').get(`policy:route.${programme}`) ?? ''
  return Object.fromEntries(
    [...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => [name, ANY_FIGURE]),
  )
}
