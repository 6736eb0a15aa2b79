import { textsIn } from '../../i18n/texts.ts'
import type { CorrectedByStaff } from '../../register/corrections/read-standing-correction.ts'
import type { Household } from '../../register/household.ts'
import { may } from '../../staff/permissions.ts'
import type { Called } from '../called.ts'
import type { Desk } from '../desk.ts'
import { dayTime } from '../moments.ts'
import { type FromCase, withCase } from './from-case.tsx'

type OfStandings = {
  readonly desk: Desk
  readonly household: Household
  /** What staff put right of its standing. */
  readonly restood: CorrectedByStaff | null
  readonly from: FromCase | null
  readonly called: Called
}

/** A household's standing over time. */
export function Timeline({ desk, household }: Pick<OfStandings, 'desk' | 'household'>) {
  const say = textsIn(desk.language)
  return (
    <ol class="timeline">
      {household.standings.map((one) => (
        <li>
          <time>{one.from}</time> {say(`console:standing.${one.standing}`)}
        </li>
      ))}
    </ol>
  )
}

/** A household's standing over time, what staff put right of it, and the way to put it right. */
export function Standings({ desk, household, restood, from, called }: OfStandings) {
  const say = textsIn(desk.language)
  return (
    <>
      <Timeline desk={desk} household={household} />
      {restood === null ? null : (
        <ul class="corrections">
          <li>
            {say('console:correct.standing-stands', {
              day: restood.from,
              register: say(`console:standing.${restood.register?.standing ?? 'none'}`),
              since: restood.register?.from ?? '–',
            })}{' '}
            <small>
              {called(restood.by)} · {dayTime(restood.at)} · {restood.why}
            </small>
          </li>
        </ul>
      )}
      {may(desk.actor, 'register.correct') ? (
        <p class="way-on">
          <a href={withCase(`/console/households/${household.id}/standing`, from)}>
            {say('console:correct.standing-open')}
          </a>
        </p>
      ) : null}
    </>
  )
}
