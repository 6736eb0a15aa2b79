/* Runs in the browser that `npm run routes:draw` opens: draws pieces and marks in black, and gives their ink as coverages. */

/** Room about the pen: Tibetan stacks reach far above and below their line. */
const ROOM = 100

/* Called from outside, once. */
globalThis.drawAll = async (tasks) => {
  for (const { font, piece } of tasks) if (font) await document.fonts.load(font, piece)
  return tasks.map((task) => (task.mark ? drawMark(task) : drawPiece(task)))
}

function drawPiece({ piece, font }) {
  const context = openCanvas(6 * ROOM, 2 * ROOM)
  context.font = font
  context.fillText(piece, ROOM, ROOM)
  return { advance: context.measureText(piece).width, ...inkOf(context, ROOM) }
}

function drawMark({ mark, size }) {
  const context = openCanvas(size, size)
  context.scale(size, size)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  MARKS[mark](context)
  return { advance: size, ...inkOf(context, 0) }
}

/* In a square of one. */
const MARKS = {
  eligible: (context) => {
    disc(context, 0.5)
    context.globalCompositeOperation = 'destination-out'
    stroke(context, 0.1, [
      [0.27, 0.52],
      [0.44, 0.68],
      [0.74, 0.34],
    ])
  },
  ineligible: (context) => {
    ring(context, 0.07, [])
    stroke(context, 0.09, [
      [0.34, 0.34],
      [0.66, 0.66],
    ])
    stroke(context, 0.09, [
      [0.66, 0.34],
      [0.34, 0.66],
    ])
  },
  unknown: (context) => {
    ring(context, 0.07, [0.1, 0.1618])
    context.beginPath()
    context.arc(0.5, 0.39, 0.14, Math.PI * 0.97, Math.PI * 2.25)
    context.quadraticCurveTo(0.5, 0.54, 0.5, 0.61)
    context.lineWidth = 0.085
    context.stroke()
    context.beginPath()
    context.arc(0.5, 0.745, 0.055, 0, Math.PI * 2)
    context.fill()
  },
  start: (context) => {
    ring(context, 0.07, [])
    disc(context, 0.24)
  },
}

function disc(context, radius) {
  context.beginPath()
  context.arc(0.5, 0.5, radius, 0, Math.PI * 2)
  context.fill()
}

function ring(context, width, dashes) {
  context.beginPath()
  context.arc(0.5, 0.5, 0.5 - width / 2, 0, Math.PI * 2)
  context.lineWidth = width
  context.setLineDash(dashes)
  context.stroke()
  context.setLineDash([])
}

function stroke(context, width, [[x, y], ...points]) {
  context.beginPath()
  context.moveTo(x, y)
  for (const point of points) context.lineTo(...point)
  context.lineWidth = width
  context.stroke()
}

function openCanvas(width, height) {
  return new OffscreenCanvas(Math.ceil(width), Math.ceil(height)).getContext('2d', {
    willReadFrequently: true,
  })
}

/* The least square that holds all ink, from the pen; coverages from 0 to 15, row by row. */
function inkOf(context, pen) {
  const { width, height } = context.canvas
  const { data } = context.getImageData(0, 0, width, height)
  const levelAt = (x, y) => Math.round(data[(y * width + x) * 4 + 3] / 17)
  const inked = []
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (levelAt(x, y) > 0) inked.push([x, y])
  if (inked.length === 0) return { left: 0, top: 0, width: 0, height: 0, ink: [] }
  const [left, right] = edges(inked.map(([x]) => x))
  const [top, foot] = edges(inked.map(([, y]) => y))
  const ink = []
  for (let y = top; y <= foot; y++) for (let x = left; x <= right; x++) ink.push(levelAt(x, y))
  return { left: left - pen, top: top - pen, width: right - left + 1, height: foot - top + 1, ink }
}

function edges(places) {
  return [
    places.reduce((one, other) => Math.min(one, other)),
    places.reduce((one, other) => Math.max(one, other)),
  ]
}
