import { routeCard } from '../conversation/routes/card.ts'
import type { RoutePicture } from '../conversation/routes/picture.ts'
import { openAtlas } from './atlas.ts'
import { drawRoutes } from './draw-routes.ts'
import { encodePng } from './png.ts'

/** A picture of ways as a PNG; null where its words hold a piece that was never drawn. */
export async function routesPng(picture: RoutePicture): Promise<Uint8Array | null> {
  const pixels = drawRoutes(routeCard(picture), openAtlas())
  return pixels === null ? null : encodePng(pixels)
}
