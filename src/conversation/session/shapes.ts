/** A stored session as one shape later would have it. */
type Step = (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/**
 * What each shape needs to become the next: a talk begun before a release goes on after it. A step only adds and
 * renames; what it cannot carry it leaves out, and the reader falls back on an empty value.
 */
const STEPS: Readonly<Record<number, Step>> = {
  1: (old) => ({
    ...old,
    shape: 2,
    previous: null,
    usedOn: null,
    otherwise: null,
    children: [],
    child: 0,
    last: null,
  }),
}

/** A stored session of any older shape, carried over step by step; what is none stays as it is. */
export function carriedOver(json: unknown): unknown {
  let carried = json
  // Each step raises the shape, so there are never more steps than shapes.
  for (let step = stepFor(carried); step !== undefined; step = stepFor(carried))
    carried = step(carried as Readonly<Record<string, unknown>>)
  return carried
}

function stepFor(json: unknown): Step | undefined {
  if (typeof json !== 'object' || json === null || !('shape' in json)) return undefined
  return typeof json.shape === 'number' && Object.hasOwn(STEPS, json.shape) ? STEPS[json.shape] : undefined
}
