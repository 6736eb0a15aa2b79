import { type MoneyAsked, moneyAsked } from './hearing/manner/money.ts'
import type { Scene } from './scene.ts'

/** What a turn asks of money: words that answer a question of ours go on with what was asked before them. */
export function moneyAskedIn({ turn, resumed }: Scene): MoneyAsked {
  const asked = moneyAsked(turn.message.text)
  return asked.as === 'nothing' && resumed ? { ...asked, as: 'whether' } : asked
}
