import type { Determination } from '../../policy/determine.ts'
import { isMoney, nameOf } from './benefits.ts'
import { enteredFor } from '../reckoning/entered.ts'
import type { Subject } from './reasons.ts'
import { say, type Text } from './reply.ts'
import { dayText } from './day-text.ts'
import { type Window, windowOn } from '../reckoning/windows.ts'

type Open = Extract<Window, { state: 'open' }>

/**
 * What to do next about what was granted: to apply by the day on which the county's office closes, the soonest where there
 * are several; where no such day is known, to ask the office.
 */
export function nextStep({ entries, office, today }: Subject, granted: readonly Determination[]): Text {
  const money = granted.filter(isMoney)
  const programmes = money.length > 0 ? money : granted.filter(({ kind }) => kind !== 'commitment')
  const open = programmes.flatMap(({ programme }) => {
    const entered = enteredFor(entries, programme, today)
    const window = entered === null ? null : windowOn(entered, today)
    return window?.state === 'open' ? [{ programme, window }] : []
  })
  const [soonest] = open.toSorted((one, other) => one.window.days - other.window.days)
  if (soonest === undefined) return say('conversation:answer.next', { office })
  const isOfAll =
    open.length === programmes.length && open.every(({ window }) => window.days === soonest.window.days)
  return isOfAll ? untilText(soonest.window) : untilTextOf(nameOf(soonest.programme), soonest.window)
}

function untilText({ closesOn, days }: Open): Text {
  const params = { closes: dayText(closesOn), how: say('conversation:word.how') }
  return days === 0
    ? say('conversation:answer.last-day', params)
    : say('conversation:answer.until', { ...params, days })
}

function untilTextOf(programme: Text, { closesOn, days }: Open): Text {
  const params = { programme, closes: dayText(closesOn), how: say('conversation:word.how') }
  return days === 0
    ? say('conversation:answer.last-day.of', params)
    : say('conversation:answer.until.of', { ...params, days })
}
