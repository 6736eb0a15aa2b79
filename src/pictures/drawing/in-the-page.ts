import type { Glyph } from '../atlas.ts'
import type { Mark } from '../styles.ts'

/*
 * What runs in the browser: it draws in black, and gives ink as coverages. The page gets these functions as their text,
 * so that they may use each other and nothing else.
 */

/** A piece to draw, in a CSS font, or a mark so many pixels wide. */
export type Task =
  | { readonly piece: string; readonly font: string }
  | { readonly mark: Mark; readonly size: number }

export type DrawnPiece = Omit<Glyph, 'ink'> & { readonly ink: readonly number[] }

/** The page's own script: `drawAll(tasks)` and what it needs. esbuild has functions told their names. */
export function pageScript(): string {
  const functions = [drawAll, drawPiece, drawMark, disc, ring, stroke, question, openCanvas, inkOf, edges]
  return ['const __name = (one) => one', ...functions.map(String)].join('\n')
}

async function drawAll(tasks: readonly Task[]): Promise<readonly DrawnPiece[]> {
  for (const task of tasks) if ('font' in task) await document.fonts.load(task.font, task.piece)
  return tasks.map((task) =>
    'font' in task ? drawPiece(task.piece, task.font) : drawMark(task.mark, task.size),
  )
}

function drawPiece(piece: string, font: string): DrawnPiece {
  // Tibetan stacks reach far above and below their line.
  const room = 100
  const context = openCanvas(6 * room, 2 * room)
  context.font = font
  context.fillText(piece, room, room)
  return { advance: context.measureText(piece).width, ...inkOf(context, room) }
}

/** In a square of one. */
function drawMark(mark: Mark, size: number): DrawnPiece {
  const context = openCanvas(size, size)
  context.scale(size, size)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  switch (mark) {
    case 'eligible':
      disc(context, 0.5)
      context.globalCompositeOperation = 'destination-out'
      stroke(context, 0.1, [0.27, 0.52, 0.44, 0.68, 0.74, 0.34])
      break
    case 'ineligible':
      ring(context, [])
      stroke(context, 0.09, [0.34, 0.34, 0.66, 0.66])
      stroke(context, 0.09, [0.66, 0.34, 0.34, 0.66])
      break
    case 'unknown':
      ring(context, [0.1, 0.1618])
      question(context)
      break
    case 'start':
      ring(context, [])
      disc(context, 0.24)
      break
  }
  return { advance: size, ...inkOf(context, 0) }
}

function disc(context: OffscreenCanvasRenderingContext2D, radius: number): void {
  context.beginPath()
  context.arc(0.5, 0.5, radius, 0, Math.PI * 2)
  context.fill()
}

function ring(context: OffscreenCanvasRenderingContext2D, dashes: readonly number[]): void {
  const width = 0.07
  context.beginPath()
  context.arc(0.5, 0.5, 0.5 - width / 2, 0, Math.PI * 2)
  context.lineWidth = width
  context.setLineDash([...dashes])
  context.stroke()
  context.setLineDash([])
}

function stroke(context: OffscreenCanvasRenderingContext2D, width: number, points: readonly number[]): void {
  context.beginPath()
  for (let at = 0; at < points.length; at += 2) context.lineTo(points[at] ?? 0, points[at + 1] ?? 0)
  context.lineWidth = width
  context.stroke()
}

function question(context: OffscreenCanvasRenderingContext2D): void {
  context.beginPath()
  context.arc(0.5, 0.39, 0.14, Math.PI * 0.97, Math.PI * 2.25)
  context.quadraticCurveTo(0.5, 0.54, 0.5, 0.61)
  context.lineWidth = 0.085
  context.stroke()
  context.beginPath()
  context.arc(0.5, 0.745, 0.055, 0, Math.PI * 2)
  context.fill()
}

function openCanvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  return context
}

/** The least rectangle that holds all ink, from the pen, row by row. */
function inkOf(context: OffscreenCanvasRenderingContext2D, pen: number): Omit<DrawnPiece, 'advance'> {
  const { width, height } = context.canvas
  const { data } = context.getImageData(0, 0, width, height)
  const levelAt = (x: number, y: number) => Math.round((data[(y * width + x) * 4 + 3] ?? 0) / 17)
  const columns: number[] = []
  const rows: number[] = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (levelAt(x, y) > 0) {
        columns.push(x)
        rows.push(y)
      }
  if (rows.length === 0) return { left: 0, top: 0, width: 0, height: 0, ink: [] }
  const [[left, right], [top, foot]] = [edges(columns), edges(rows)]
  const ink: number[] = []
  for (let y = top; y <= foot; y++) for (let x = left; x <= right; x++) ink.push(levelAt(x, y))
  return { left: left - pen, top: top - pen, width: right - left + 1, height: foot - top + 1, ink }
}

function edges(places: readonly number[]): readonly [number, number] {
  return [
    places.reduce((one, other) => Math.min(one, other)),
    places.reduce((one, other) => Math.max(one, other)),
  ]
}
