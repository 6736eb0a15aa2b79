import { grouped, yuan } from '../i18n/figures.ts'
import { type Language, textsIn } from '../i18n/texts.ts'
import type { Day } from '../policy/facts.ts'
import type { County } from '../regions/county.ts'
import { nameIn, publicPage } from './frame.tsx'
import type { Offered } from './offered.ts'
import { type Served, SMALLEST_GROUP } from './served.ts'

export type PublicCounty = {
  readonly language: Language
  readonly county: County
  readonly today: Day
  /** The number that families text, where there is one. */
  readonly number: string | null
  readonly offered: readonly Offered[]
  readonly served: readonly Served[]
}

type Spoken<Key extends keyof PublicCounty> = Pick<PublicCounty, 'language' | Key>

/** A county's public page, to be read, printed and hung up. */
export function countyPage({ language, county, today, number, offered, served }: PublicCounty) {
  const say = textsIn(language)
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  return publicPage({
    language,
    title: say('public:title', { county: nameIn(language, county) }),
    children: (
      <>
        <p class="lead">{say('public:lead')}</p>
        {number === null ? null : (
          <p class="ask">
            {say('public:ask')} <a href={`sms:${number}`}>{number}</a>
          </p>
        )}
        <OfferedList language={language} offered={offered} />
        <ServedTable language={language} served={served} />
        <footer>{say('public:as-of', { day: say('conversation:day', { year, month, day }) })}</footer>
      </>
    ),
  })
}

function OfferedList({ language, offered }: Spoken<'offered'>) {
  const say = textsIn(language)
  return (
    <section>
      <h2>{say('public:offered')}</h2>
      <dl>
        {offered.map(({ programme, citations, isToConfirm }) => (
          <div>
            <dt>{say(`policy:programme.${programme}.name`)}</dt>
            <dd>
              {say(`policy:programme.${programme}.summary`)}
              {isToConfirm ? ` ${say('public:to-confirm')}` : ''}
              {citations.map((citation) => (
                <cite lang="zh-CN">{citation}</cite>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function ServedTable({ language, served }: Spoken<'served'>) {
  const say = textsIn(language)
  const few = say('public:few', { count: SMALLEST_GROUP })
  return (
    <section>
      <h2>{say('public:served')}</h2>
      {served.length === 0 ? (
        <p>{say('public:none-served')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{say('public:programme')}</th>
              <th>{say('public:year')}</th>
              <th class="number">{say('public:persons')}</th>
              <th class="number">{say('public:amount')}</th>
            </tr>
          </thead>
          <tbody>
            {served.map(({ programme, schoolYear, persons, amount }) => (
              <tr>
                <td>{say(`policy:programme.${programme}.name`)}</td>
                <td class="year">{`${schoolYear}–${schoolYear + 1}`}</td>
                <td class="number">{persons === null ? few : grouped(persons)}</td>
                <td class="number">{amount === null || amount === 0 ? '–' : yuan(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="note">{say('public:hidden', { count: SMALLEST_GROUP })}</p>
    </section>
  )
}
