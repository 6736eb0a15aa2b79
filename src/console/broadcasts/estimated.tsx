import type { Estimate } from '../../broadcasts/estimate/estimate.ts'
import { grouped } from '../../i18n/figures.ts'
import { LANGUAGES, type Language, isTextKey, textsIn } from '../../i18n/texts.ts'

/** What a broadcast comes to before it leaves: messages, segments and cost by language, who is left out and why. */
export function Estimated({
  language,
  estimate,
}: {
  readonly language: Language
  readonly estimate: Estimate
}) {
  const say = textsIn(language)
  return (
    <section class="estimate">
      <h2>{say('console:estimate.title')}</h2>
      <p>
        {say('console:estimate.size', {
          size: grouped(estimate.size),
          messages: grouped(estimate.messages),
        })}
        {estimate.isExact ? '' : ` ${say('console:estimate.about')}`}
      </p>
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
      {estimate.cost === null ? null : (
        <p>
          {say('console:estimate.cost', { amount: estimate.cost.amount, currency: estimate.cost.currency })}
        </p>
      )}
      <Hints language={language} estimate={estimate} />
      <Skipped language={language} skipped={estimate.skipped} />
    </section>
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
  readonly skipped: Readonly<Record<string, number | undefined>>
}) {
  const say = textsIn(language)
  const reasons = Object.entries(skipped).filter(([, count]) => count !== undefined && count > 0)
  if (reasons.length === 0) return null
  return (
    <>
      <h3>{say('console:skip.title')}</h3>
      <ul>
        {reasons.map(([reason, count]) => {
          const key = `console:skip.${reason}`
          return (
            <li>
              {isTextKey(key) ? say(key) : reason} {count}
            </li>
          )
        })}
      </ul>
    </>
  )
}
