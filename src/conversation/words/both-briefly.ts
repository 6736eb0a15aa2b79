import { type Line, say, type Text } from './reply.ts'

/** What two answers to one question differ in, each short; `rest` says that all else is the same in both. */
export function differing(
  told: readonly Line[],
  recorded: readonly Line[],
): { readonly told: readonly Line[]; readonly recorded: readonly Line[]; readonly rest: readonly Line[] } {
  const [one, other] = [told.filter(isPlain), recorded.filter(isPlain)]
  const ofBoth = new Set(one.map(bare).filter((text) => other.map(bare).includes(text)))
  const own = (lines: readonly Line[]) =>
    shortened(lines.filter((line) => isHeading(line) || !ofBoth.has(bare(line))))
  const [toldAlone, recordedAlone] = [own(one), own(other)]
  const isShared = one.some((line) => !isHeading(line) && ofBoth.has(bare(line)))
  return {
    told: toldAlone,
    recorded: recordedAlone,
    rest: isShared ? [[say('conversation:record.rest-same')]] : [],
  }
}

// Reasons, and what to do next, are told when asked for: twice the answer is long enough.
function isPlain([first]: Line): boolean {
  return first !== undefined && !ASIDE.test(first.key)
}

const ASIDE =
  /^conversation:(?:answer\.(?:why|next|until|last-day|priority|if)|total\.|standing\.review)|^policy:fact\./

// A line without its number in a list.
function bare(line: Line): string {
  return JSON.stringify(line.map(unnumbered))
}

function unnumbered(text: Text): unknown {
  return text.key === 'conversation:item' ? text.params?.['text'] : text
}

function isHeading(line: Line): boolean {
  return HEADING.test(line.at(-1)?.key ?? '')
}

const HEADING =
  /^conversation:(?:answer\.(?:gets|also|yes)|later\.(?:admitted|final-year|kindergarten|primary)|routes\.intro)$/

// What no heading is over: it names its person and its programmes itself.
function isWhole(line: Line): boolean {
  return WHOLE.test(line[0]?.key ?? '')
}

const WHOLE = /^conversation:answer\.(?:no|unknown|nothing)/

// Numbered anew, and no heading over nothing.
function shortened(lines: readonly Line[]): readonly Line[] {
  const kept = lines.filter((line, at) => {
    const next = lines[at + 1]
    return !isHeading(line) || (next !== undefined && !isHeading(next) && !isWhole(next))
  })
  let number = 0
  const short = kept.slice(0, SHORT).map((line): Line => {
    number = isHeading(line) ? 0 : number + 1
    return line.map((text) =>
      text.key === 'conversation:item' ? { ...text, params: { ...text.params, number } } : text,
    )
  })
  return isHeading(short.at(-1) ?? []) ? short.slice(0, -1) : short
}

const SHORT = 4
