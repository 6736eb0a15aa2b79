import type { Day } from '../../policy/facts.ts'
import type { Household } from '../../register/household.ts'
import { childrenOf } from '../persons/people.ts'
import { type Line, say } from '../words/reply.ts'

/** Who is spoken of is not on the record, or no child is: that it is so, and how to have the record looked at. */
export function nobodyFound(household: Household, today: Day): readonly Line[] {
  const isChildless = childrenOf(household, today).length === 0
  return [
    [say(isChildless ? 'conversation:none.children' : 'conversation:none.person')],
    [say('conversation:standing.review', { missing: say('conversation:word.missing') })],
  ]
}
