import type { Outcome } from '../policy/determination.ts'

/** What is drawn in; a picture lies on paper of its own, as a chat's ground is light or dark. */
export type Ink = Outcome | 'text' | 'quiet' | 'line'

const INKS: readonly Ink[] = ['text', 'quiet', 'line', 'eligible', 'ineligible', 'unknown']

const PAPER = 0xfdfbf6
// Each of those that words are set in has at least 5 : 1 against the paper.
const COLOURS: Readonly<Record<Ink, number>> = {
  text: 0x1e2421,
  quiet: 0x565e59,
  line: 0xd3ccbc,
  eligible: 0x0c6b5b,
  ineligible: 0x8a4334,
  unknown: 0x7d5600,
}

/** Coverages of an ink: none to all. */
const LEVELS = 16

/** Every ink at each coverage, in order, from paper to the ink itself. */
export const PALETTE: readonly number[] = INKS.flatMap((ink) =>
  Array.from({ length: LEVELS }, (_, level) => mixed(PAPER, COLOURS[ink], level / (LEVELS - 1))),
)

/** The place of an ink's first coverage in `PALETTE`. */
export function placeOf(ink: Ink): number {
  return INKS.indexOf(ink) * LEVELS
}

function mixed(from: number, to: number, share: number): number {
  const part = (shift: number) => {
    const [one, other] = [(from >> shift) & 255, (to >> shift) & 255]
    return Math.round(one + (other - one) * share) << shift
  }
  return part(16) | part(8) | part(0)
}
