import { type Draft, draftOf, longestOf } from '../../broadcasts/texts/draft.ts'
import { type CostlySign, smsRoom } from '../../broadcasts/texts/sms-length.ts'
import type { Longest } from '../../broadcasts/estimate/tally.ts'
import { type Language, textsIn } from '../../i18n/texts.ts'
import { PROGRAMME_IDS } from '../../policy/programmes/index.ts'
import { countyByCode } from '../../regions/county.ts'
import type { Price } from '../../settings.ts'
import { moneyIn } from '../money.ts'
import type { PlanForm } from './plan-form.ts'

type Props = {
  /** The desk's. */
  readonly language: Language
  readonly form: PlanForm
  readonly field: 'zh' | 'bo'
  readonly price: Price | undefined
  /** After a count: the longest message that would leave. */
  readonly longest?: Longest | null | undefined
}

/** Under a text: what it takes as SMS, what could be spared, and how a telephone shows it. The page's script keeps both parts fresh. */
export function Drafted({ language, form, field, price, longest = null }: Props) {
  const of = field === 'zh' ? 'zh-CN' : 'bo'
  const written = form[field] === '' ? null : draftOf(form[field], of, chosenIn(form), price)
  const draft = written === null || longest === null ? written : longestOf(written, longest, price)
  const say = textsIn(language)
  return (
    <>
      <div id={`${field}-counted`} role="status" data-live>
        {draft === null ? null : <Counted language={language} draft={draft} />}
      </div>
      <div id={`${field}-shown`} data-live>
        {draft === null ? null : (
          <figure class="telephone">
            <figcaption>{say(longest === null ? 'console:draft.shown' : 'console:draft.longest')}</figcaption>
            <p lang={of}>{draft.text}</p>
          </figure>
        )}
      </div>
    </>
  )
}

function Counted({ language, draft }: { readonly language: Language; readonly draft: Draft }) {
  const say = textsIn(language)
  const { units, segments, cost } = draft
  return (
    <>
      <p class="counted">
        {say('console:draft.count', { units, segments, room: smsRoom(draft.encoding, segments) })}
        {cost === null
          ? ''
          : ` · ${say('console:draft.cost', { cost: moneyIn(language, cost.amount, cost.currency) })}`}
      </p>
      {draft.isReadable ? null : <p class="warn">{say('console:draft.braces')}</p>}
      {draft.unicodeSigns.length === 0 ? null : (
        <p class="warn">{say('console:draft.alone', { signs: draft.unicodeSigns.join(' ') })}</p>
      )}
      {draft.costlySigns.map((sign) => (
        <p class="warn">{sparing(language, sign)}</p>
      ))}
      {draft.varies ? <p class="hint">{say('console:draft.varies')}</p> : null}
    </>
  )
}

function sparing(language: Language, { sign, instead, spares }: CostlySign): string {
  const say = textsIn(language)
  if (sign.trim() === '') return say('console:draft.costly-blank', { spares })
  if (instead === '') return say('console:draft.costly-extra', { sign, spares })
  return say('console:draft.costly', { sign, instead, spares })
}

function chosenIn({ county, programme }: PlanForm) {
  return {
    county: countyByCode(county)?.code ?? null,
    programme: PROGRAMME_IDS.find((id) => id === programme) ?? null,
  }
}
