import { textsIn } from '../../i18n/texts.ts'
import { LONGEST_WHY } from '../../register/corrections/correct-person.ts'
import type { Desk } from '../desk.ts'
import { type FromCase, reasonOf, withCase } from './from-case.tsx'

type Shown = {
  readonly desk: Desk
  readonly household: string
  /** What was written before; a case that it is corrected for is a reason by itself. */
  readonly why: string | undefined
  readonly from: FromCase | null
}

/** How each correction's form ends: why, and to keep it or leave it. */
export function ReasonAndEnd({ desk, household, why, from }: Shown) {
  const say = textsIn(desk.language)
  const reason = from === null ? '' : reasonOf(desk, from)
  return (
    <>
      <label>
        {say('console:correct.why')}
        <textarea name="why" rows={2} maxlength={LONGEST_WHY} required>
          {why ?? reason}
        </textarea>
      </label>
      <div class="row">
        <button type="submit">{say('console:correct.keep')}</button>
        <a href={withCase(`/console/households/${household}`, from)}>{say('console:correct.leave')}</a>
      </div>
    </>
  )
}
