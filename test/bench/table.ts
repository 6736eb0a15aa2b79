import type { Figure, Report } from './harness.ts'

const HEADERS = ['figure', 'contender', 'median', 'unit', 'lowest – highest', 'ratio', 'n']

/** A benchmark's report as text: the table, the targets, the notes. */
export function tableOf(title: string, { figures, verdicts, notes }: Report): string {
  const rows = [HEADERS, ...figures.map(cells)]
  const widths = HEADERS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column >= 2 && column !== 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
  return [
    `\n## ${title}\n`,
    line(HEADERS),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...figures.map((figure) => line(cells(figure))),
    '',
    ...verdicts.map(({ target, met, figure }) => `target ${target}: ${met ? 'met' : 'missed'} (${figure})`),
    ...notes.map((note) => `- ${note}`),
  ].join('\n')
}

function cells({ name, contender, figure, unit, spread, ratio, n }: Figure): string[] {
  return [
    name,
    contender,
    short(figure),
    unit,
    spread === null ? '' : `${short(spread.low)} – ${short(spread.high)}`,
    ratio === null ? '' : `${ratio.toFixed(2)}×`,
    String(n),
  ]
}

function short(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB')
  return value.toPrecision(3)
}
