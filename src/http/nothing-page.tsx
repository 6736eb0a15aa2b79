import { LANGUAGES, textsIn } from '../i18n/texts.ts'
import { htmlDocument } from './document.tsx'

/** What a browser shows of an address where no page is, in both languages: nobody has said yet which is theirs. */
export function nothingPage() {
  return htmlDocument({
    language: 'zh-CN',
    title: LANGUAGES.map((language) => textsIn(language)('public:nothing.title')).join(' · '),
    description: textsIn('zh-CN')('public:nothing.text'),
    stylesheet: '/assets/public.css',
    children: (
      <main class="nothing">
        <img src="/assets/huixue.svg" alt="" width="40" height="40" />
        {LANGUAGES.map((language) => {
          const say = textsIn(language)
          return (
            <section lang={language}>
              <h1>{say('public:nothing.title')}</h1>
              <p>{say('public:nothing.text')}</p>
              <p>
                <a href={language === 'bo' ? '/?lang=bo' : '/'}>{say('public:nothing.first')}</a>
              </p>
            </section>
          )
        })}
      </main>
    ),
  })
}
