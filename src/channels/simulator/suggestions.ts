import { type Language, LANGUAGES, textsIn } from '../../i18n/texts.ts'
import type { Persona, PersonaId } from './personas.ts'

export type Suggestion = { readonly language: Language; readonly text: string }

const TURNS = [1, 2, 3] as const

/** What one might ask from this telephone, in both languages, the family's own first. */
export function suggestionsFor(persona: Pick<Persona, 'id' | 'language'>): readonly Suggestion[] {
  const languages = LANGUAGES.toSorted(
    (a, b) => Number(b === persona.language) - Number(a === persona.language),
  )
  return languages.flatMap((language) => inLanguage(persona.id, language))
}

function inLanguage(id: PersonaId, language: Language): readonly Suggestion[] {
  const say = textsIn(language)
  return TURNS.map((turn) => ({ language, text: say(`simulator:ask.${id}.${turn}`) }))
}
