import type { Audience } from '../../audiences/audience.ts'
import type { Broadcast } from '../../broadcasts/broadcast.ts'
import { type Language, textsIn } from '../../i18n/texts.ts'
import { areaName } from '../area-name.ts'
import { dayTime } from '../moments.ts'

/** A line of what a broadcast is: what it is called, and how it stands. */
export type Fact = readonly [label: string, value: string]

/** Whom a broadcast is for, all that was asked, as its form calls it. */
export function audienceFacts(language: Language, audience: Audience): readonly Fact[] {
  const say = textsIn(language)
  const {
    county,
    township = null,
    programme,
    outcome,
    ledger,
    stage,
    finalYear,
    fresh,
    channel,
    per,
  } = audience
  return [
    [say('console:staff.area'), areaName({ code: county, township }, language)],
    ...fact(say('console:ledger.programme'), programme, (id) => say(`policy:programme.${id}.name`)),
    ...fact(say('console:audience.outcome'), outcome, (one) => say(`console:outcome.${one}`)),
    ...fact(say('console:audience.change'), audience.change, ({ effect }) =>
      say(`console:policy.effect.${effect}`),
    ),
    ...fact(say('console:audience.ledger'), ledger, (filter) => say(`console:ledger-filter.${filter}`)),
    ...fact(say('console:condition.stage'), stage, (one) => say(`policy:stage.${one}`)),
    ...fact(say('console:condition.final-year'), finalYear, (is) => say(`console:truth.${is}`)),
    ...fact(say('console:audience.fresh'), fresh === true ? fresh : null, () => say('console:truth.true')),
    ...fact(say('console:audience.language'), audience.language, (one) => say(`console:language.${one}`)),
    ...fact(say('console:audience.channel'), channel, (one) => say(`console:channel.${one}`)),
    [say('console:audience.per'), say(`console:audience.per.${per ?? 'household'}`)],
  ]
}

type Timed = Pick<Broadcast, 'sendAt' | 'repeat' | 'restDays'>

/** When a broadcast leaves, how often, and after what rest. */
export function timeFacts(language: Language, { sendAt, repeat, restDays }: Timed): readonly Fact[] {
  const say = textsIn(language)
  return [
    [say('console:broadcast.when'), sendAt === null ? say('console:broadcast.at-once') : dayTime(sendAt)],
    ...fact(say('console:broadcast.every'), repeat, ({ every, until }) =>
      say(`console:broadcast.repeated.${every}`, { until }),
    ),
    ...fact(say('console:broadcast.rested'), restDays === 0 ? null : restDays, (days) =>
      say('console:broadcast.rest-days', { days }),
    ),
  ]
}

function fact<T>(label: string, value: T | null | undefined, words: (value: T) => string): readonly Fact[] {
  return value === null || value === undefined ? [] : [[label, words(value)]]
}
