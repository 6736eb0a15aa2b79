/** Lets so many through at once; the urgent ones first, and one of the places is theirs alone. */
export type Gate = {
  readonly enter: (isUrgent: boolean) => Promise<void>
  readonly leave: () => void
}

export function createGate(places: number): Gate {
  const urgent: (() => void)[] = []
  const others: (() => void)[] = []
  let taken = 0

  function letIn(): void {
    while (taken < places && urgent.length > 0) pass(urgent)
    while (taken < Math.max(1, places - 1) && others.length > 0) pass(others)
  }

  function pass(waiting: (() => void)[]): void {
    taken++
    waiting.shift()?.()
  }

  return {
    enter: (isUrgent) =>
      new Promise((resolve) => {
        const waiting = isUrgent ? urgent : others
        waiting.push(resolve)
        letIn()
      }),
    leave: () => {
      taken--
      letIn()
    },
  }
}
