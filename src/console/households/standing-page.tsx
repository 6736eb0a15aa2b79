import { textsIn } from '../../i18n/texts.ts'
import { STANDINGS, standingsText } from '../../register/corrections/correct-standing.ts'
import type { Household } from '../../register/household.ts'
import type { DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { Select } from '../views/select.tsx'
import { BackToCase, type FromCase, type Written } from './from-case.tsx'
import { ReasonAndEnd } from './reason-and-end.tsx'
import { refusalOf } from './refusal.ts'
import { headOf } from './search-page.tsx'
import { Timeline } from './standings.tsx'

type Shown = {
  readonly household: Household
  /** What was not right, by field; null before anything was sent. */
  readonly faults: readonly string[] | null
  readonly written: Written
  readonly from: FromCase | null
}

/** A household's standing, to be put right from a day on. */
export function standingPage(c: DeskContext, { household, faults, written, from }: Shown): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const page = (
    <>
      {faults === null ? null : (
        <p class="fault" role="alert">
          {say(refusalOf(faults, [['from', 'console:correct.day-wrong']]))}
        </p>
      )}
      {from === null ? null : <BackToCase desk={desk} from={from} />}
      <Timeline desk={desk} household={household} />
      <p class="hint">{say('console:correct.standing-hint')}</p>
      <form method="post" class="stack">
        <input type="hidden" name="were" value={standingsText(household.standings)} />
        <div class="grid">
          <Select
            name="standing"
            label={say('console:household.standing')}
            value={written['standing'] ?? household.standings.at(-1)?.standing ?? ''}
            choices={STANDINGS.map((one) => ({ value: one, label: say(`console:standing.${one}`) }))}
          />
          <label>
            {say('console:correct.standing-from')}
            <input type="date" name="from" value={written['from'] ?? ''} required />
          </label>
        </div>
        <ReasonAndEnd desk={desk} household={household.id} why={written['why']} from={from} />
      </form>
    </>
  )
  const title = say('console:correct.standing-title', { name: headOf(household) })
  return framed(c, { here: 'households', title, children: page }, faults === null ? 200 : 422)
}
