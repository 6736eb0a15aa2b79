import type { Child } from 'hono/jsx'
import { htmlDocument } from '../../http/document.tsx'
import { LANGUAGES, type Language, type TextKey, textsIn } from '../../i18n/texts.ts'

/** A page outside the desk's frame; `at` is where another language is chosen to come back to. */
export type Gate = { readonly language: Language; readonly at: string; readonly title: TextKey }

/** One card in the middle: the sign-in, and what may be told to who is not known. */
export function gate({ language, at, title }: Gate, children: Child) {
  const say = textsIn(language)
  return htmlDocument({
    language,
    title: `${say(title)} · ${say('console:name')}`,
    description: say('console:name'),
    stylesheet: '/assets/console.css',
    children: (
      <main class="gate">
        <header>
          <img src="/assets/huixue.svg" alt="" width="40" height="40" />
          <p class="brand">{say('console:name')}</p>
          <LanguageSwitch language={language} at={at} />
        </header>
        <h1>{say(title)}</h1>
        {children}
      </main>
    ),
  })
}

function LanguageSwitch({ language, at }: Omit<Gate, 'title'>) {
  return (
    <form method="post" action="/console/language" class="languages">
      <input type="hidden" name="back" value={at} />
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <button type="submit" name="language" value={other} lang={other} class="plain">
          {textsIn(other)('console:language.name')}
        </button>
      ))}
    </form>
  )
}
