import type { Child } from 'hono/jsx'
import { yuan } from '../../i18n/figures.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { Desk } from '../desk.ts'

type Line = {
  readonly toldOn: string | null
  readonly appliedOn: string | null
  readonly grantedOn: string | null
  readonly paidOn: string | null
  readonly refusedOn: string | null
  readonly paidAmount: number | null
}

type Taken = {
  readonly desk: Desk
  readonly line: Line
  /** Why it was refused, where that is told. */
  readonly reason?: string | null
}

/** How far a line of the ledger has come: each step that was taken, with its day; the sum paid, the reason of a refusal. */
export function LedgerSteps({ desk, line, reason = null }: Taken) {
  const say = textsIn(desk.language)
  const paid = line.paidAmount === null ? null : yuan(line.paidAmount)
  return (
    <>
      <Step name={say('console:ledger.told')} day={line.toldOn} />
      <Step name={say('console:ledger.applied')} day={line.appliedOn} />
      <Step name={say('console:ledger.granted')} day={line.grantedOn} />
      <Step name={say('console:ledger.paid')} day={line.paidOn} more={paid} />
      <Step name={say('console:ledger.refused')} day={line.refusedOn} more={reason} />
    </>
  )
}

type OfStep = { readonly name: string; readonly day: string | null; readonly more?: Child }

function Step({ name, day, more = null }: OfStep) {
  if (day === null && more === null) return null
  return (
    <span class="step">
      {name} {day === null ? null : <time>{day}</time>} {more}
    </span>
  )
}
