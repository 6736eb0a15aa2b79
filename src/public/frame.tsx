import type { Child } from 'hono/jsx'
import { htmlDocument } from '../http/document.tsx'
import { LANGUAGES, type Language, textsIn } from '../i18n/texts.ts'
import type { County } from '../regions/county.ts'

/** Where the counties are listed, and each county's page begins. */
export const COUNTIES_PAGE = '/public/counties'

type Page = { readonly language: Language; readonly title: string; readonly children: Child }

/** A page that anybody may read: where it is from, the other language, the way to every county. */
export function publicPage({ language, title, children }: Page) {
  const say = textsIn(language)
  return htmlDocument({
    language,
    title,
    description: title,
    stylesheet: '/assets/public.css',
    children: (
      <main>
        <header>
          <a class="brand" href={addressOf('', language)}>
            <img src="/assets/huixue.svg" alt="" width="32" height="32" />
            {say('public:all')}
          </a>
          <nav>
            {LANGUAGES.filter((other) => other !== language).map((other) => (
              <a href={`?language=${other}`} hreflang={other} lang={other}>
                {textsIn(other)('public:language')}
              </a>
            ))}
          </nav>
        </header>
        <h1>{title}</h1>
        {children}
      </main>
    ),
  })
}

/** The page of a county, or with no code of all of them, in a language. */
export function addressOf(code: string, language: Language): string {
  const page = code === '' ? COUNTIES_PAGE : `${COUNTIES_PAGE}/${code}`
  return language === 'zh-CN' ? page : `${page}?language=${language}`
}

/** A county as the language calls it, where a name in it is attested. */
export function nameIn(language: Language, { name, nameBo }: County): string {
  return (language === 'bo' ? nameBo : null) ?? name
}
