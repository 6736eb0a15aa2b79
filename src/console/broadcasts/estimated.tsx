import type { Audience } from '../../audiences/audience.ts'
import type { Preview } from '../../audiences/preview.ts'
import type { Estimate } from '../../broadcasts/estimate/estimate.ts'
import { grouped } from '../../i18n/figures.ts'
import { LANGUAGES, type Language, textsIn } from '../../i18n/texts.ts'
import { moneyIn } from '../money.ts'
import { LeftOut } from './left-out.tsx'

/** What a broadcast comes to before it leaves: messages, segments and cost by language, who is left out and why. */
export function Estimated({
  language,
  estimate,
  per,
  audience,
}: {
  readonly language: Language
  readonly estimate: Estimate
  /** Of what its size is counted. */
  readonly per: Audience['per']
  /** Counted just now: whom it leaves out, too. */
  readonly audience?: Preview | undefined
}) {
  const say = textsIn(language)
  return (
    <section class="estimate">
      <h2>{say('console:estimate.title')}</h2>
      <p>
        {say(`console:estimate.size.${per ?? 'household'}`, {
          size: grouped(estimate.size),
          messages: grouped(estimate.messages),
        })}
        {estimate.isExact ? '' : ` ${say('console:estimate.about')}`}
      </p>
      <p>
        {say('console:estimate.channels', {
          sms: grouped(estimate.channels.sms),
          telegram: grouped(estimate.channels.telegram),
        })}
      </p>
      <ByLanguage language={language} estimate={estimate} />
      {estimate.cost === null ? null : (
        <p>
          {say('console:estimate.cost', {
            cost: moneyIn(language, estimate.cost.amount, estimate.cost.currency),
          })}
        </p>
      )}
      <Hints language={language} estimate={estimate} />
      <Skipped language={language} skipped={estimate.skipped} />
      {audience === undefined ? null : <LeftOut language={language} audience={audience} />}
    </section>
  )
}

function ByLanguage({ language, estimate }: { readonly language: Language; readonly estimate: Estimate }) {
  const say = textsIn(language)
  return (
    <table>
      <thead>
        <tr>
          <th>{say('console:audience.language')}</th>
          <th class="number">{say('console:broadcast.messages')}</th>
          <th class="number">{say('console:estimate.segments')}</th>
          <th class="number">{say('console:estimate.without')}</th>
        </tr>
      </thead>
      <tbody>
        {LANGUAGES.map((one) => {
          const counted = estimate.languages[one]
          return counted === undefined ? null : (
            <tr>
              <td>{say(`console:language.${one}`)}</td>
              <td class="number">{grouped(counted.messages)}</td>
              <td class="number">{grouped(counted.segments)}</td>
              <td class="number">{grouped(counted.withoutText)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Hints({ language, estimate }: { readonly language: Language; readonly estimate: Estimate }) {
  const say = textsIn(language)
  const hints = LANGUAGES.flatMap((one) => {
    const counted = estimate.languages[one]
    if (counted?.shorten == null) return []
    const name = say(`console:language.${one}`)
    return [say('console:estimate.shorten', { language: name, ...counted.shorten })]
  })
  return hints.map((hint) => <p class="warn">{hint}</p>)
}

/** Families who are sent nothing, by why. */
export function Skipped({
  language,
  skipped,
}: {
  readonly language: Language
  readonly skipped: Estimate['skipped']
}) {
  const say = textsIn(language)
  const reasons = Object.entries(skipped).filter(([, count]) => count > 0)
  if (reasons.length === 0) return null
  return (
    <>
      <h3>{say('console:skip.title')}</h3>
      <ul>
        {reasons.map(([reason, count]) => (
          <li>
            {say(`console:skip.${reason as keyof typeof skipped}`)} {grouped(count)}
          </li>
        ))}
      </ul>
    </>
  )
}
