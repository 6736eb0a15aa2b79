import { htmlDocument } from '../http/document.tsx'
import { LANGUAGES, type Language, textsIn } from '../i18n/texts.ts'
import type { Day } from '../policy/facts.ts'
import type { County } from '../regions/county.ts'
import type { Offered } from './offered.ts'
import { type Served, SMALLEST_GROUP } from './served.ts'

export type PublicCounty = {
  readonly language: Language
  readonly county: County
  readonly today: Day
  readonly offered: readonly Offered[]
  readonly served: readonly Served[]
}

/** A county's public page, to be read, printed and hung up. */
export function countyPage({ language, county, today, offered, served }: PublicCounty) {
  const say = textsIn(language)
  const name = (language === 'bo' ? county.nameBo : null) ?? county.name
  const title = say('public:title', { county: name })
  return htmlDocument({
    language,
    title,
    description: title,
    stylesheet: '/assets/public.css',
    children: (
      <main>
        <header>
          <img src="/assets/huixue.svg" alt="" width="32" height="32" />
          <nav>
            {LANGUAGES.filter((other) => other !== language).map((other) => (
              <a href={`?language=${other}`} hreflang={other} lang={other}>
                {textsIn(other)('public:language')}
              </a>
            ))}
          </nav>
        </header>
        <h1>{title}</h1>
        <p class="lead">{say('public:lead')}</p>
        <OfferedList language={language} offered={offered} />
        <ServedTable language={language} served={served} />
        <footer>{say('public:as-of', { day: today })}</footer>
      </main>
    ),
  })
}

function OfferedList({
  language,
  offered,
}: {
  readonly language: Language
  readonly offered: readonly Offered[]
}) {
  const say = textsIn(language)
  return (
    <section>
      <h2>{say('public:offered')}</h2>
      <dl>
        {offered.map(({ programme, citations, isToConfirm }) => (
          <>
            <dt>{say(`policy:programme.${programme}.name`)}</dt>
            <dd>
              {say(`policy:programme.${programme}.summary`)}
              {isToConfirm ? ` ${say('public:to-confirm')}` : ''}
              <cite>{citations.join(' ')}</cite>
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}

function ServedTable({
  language,
  served,
}: {
  readonly language: Language
  readonly served: readonly Served[]
}) {
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
                <td>{`${schoolYear}–${schoolYear + 1}`}</td>
                <td class="number">{persons ?? few}</td>
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

function yuan(fen: number): string {
  return (fen / 100).toFixed(fen % 100 === 0 ? 0 : 2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}
