import { type MoneyAsked, moneyAsked } from './hearing/manner/money.ts'
import type { Scene } from './scene.ts'

/** What a turn asks of money: words that answer a question of ours go on with what was asked before them. */
export function moneyAskedIn({ turn, resumed, session }: Scene): MoneyAsked {
  const asked = moneyAsked(turn.message.text)
  // Who asked what there is asked for no yes.
  const before = session.about === 'benefits' ? 'what' : 'whether'
  return asked.as === 'nothing' && resumed ? { ...asked, as: before } : asked
}
