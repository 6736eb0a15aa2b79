import type { Language } from '../../i18n/texts.ts'
import type { PersonaId } from './personas.ts'

/** Where the page is found again in this language, with this telephone in hand. */
export function pageAddress(language: Language, persona: PersonaId | null): string {
  const query = new URLSearchParams({
    ...(persona === null ? {} : { persona }),
    ...(language === 'bo' ? { lang: 'bo' } : {}),
  })
  return query.size === 0 ? '/' : `/?${query}`
}
