import { keyOf } from './known.ts'
import type { Step } from './take.ts'

/**
 * Tells rows that say of one step and day what an earlier row of the file said otherwise: which of the two is meant only
 * the office knows, so the first stands, however often the file is imported.
 */
export function oncePerStep(): (step: Step) => boolean {
  const said = new Map<string, string>()
  return (step) => {
    const key = `${keyOf(step)} ${step.step} ${step.day}`
    const content = JSON.stringify([step.amount, step.reason])
    const earlier = said.get(key)
    if (earlier === undefined) said.set(key, content)
    return earlier !== undefined && earlier !== content
  }
}
