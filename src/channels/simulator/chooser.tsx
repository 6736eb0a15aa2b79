import { type Language, textsIn } from '../../i18n/texts.ts'
import { countyByCode } from '../../regions/county.ts'
import { languageOf } from '../../http/document.tsx'
import { pageAddress } from './page-address.ts'
import type { Persona, PersonaId } from './personas.ts'

type Props = {
  readonly language: Language
  readonly personas: readonly Persona[]
  readonly chosen: PersonaId
}

/** A card for each telephone: who they are, and what the register says of them. */
export function Chooser({ language, personas, chosen }: Props) {
  const say = textsIn(language)
  return (
    <nav class="chooser" aria-labelledby="chooser">
      <h2 id="chooser">{say('simulator:chooser.title')}</h2>
      <ul>
        {personas.map((persona) => (
          <li>
            <a
              href={pageAddress(language, persona.id)}
              aria-current={persona.id === chosen ? 'true' : undefined}
            >
              <Portrait persona={persona} />
              <span>
                <strong>{say(`simulator:persona.${persona.id}`)}</strong>
                <Details persona={persona} language={language} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The first character of the family's name; the stranger has none. */
export function Portrait({ persona }: { persona: Persona }) {
  return (
    <span class={`portrait ${persona.id}`} aria-hidden="true">
      {headOf(persona)?.name.slice(0, 1) ?? '?'}
    </span>
  )
}

/** The head of the household, by whose name a telephone is called. */
export function headOf({ household }: Persona) {
  return household?.persons.find(({ relation }) => relation === 'head') ?? household?.persons[0]
}

function Details({ persona: { household }, language }: { persona: Persona; language: Language }) {
  if (household === null) return <small>{textsIn(language)('simulator:persona.stranger.about')}</small>
  const county = countyByCode(household.county)
  const place = (language === 'bo' ? county?.nameBo : null) ?? county?.name ?? ''
  const pupils = household.persons.filter(({ stage }) => stage !== null && stage !== 'not-in-school')
  return (
    <small>
      <span lang={languageOf(place)}>{place}</span>
      {pupils.map(({ name }) => (
        <span lang="zh-CN">{name}</span>
      ))}
    </small>
  )
}
