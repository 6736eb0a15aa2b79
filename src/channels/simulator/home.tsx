import { Hono } from 'hono'
import { LANGUAGES, type Language, textsIn } from '../../i18n/texts.ts'
import type { Services } from '../../services.ts'
import { htmlDocument, pageHeaders } from '../../http/document.tsx'
import { textableNumber } from '../../settings.ts'

/** `GET /` of a service in use: what this is and how to reach it, in both languages. */
export function homeRoutes({ settings }: Pick<Services, 'settings'>): Hono {
  const app = new Hono()
  const say = textsIn('zh-CN')
  const page = htmlDocument({
    language: 'zh-CN',
    title: `${say('simulator:name')} · ${textsIn('bo')('simulator:name')}`,
    description: say('simulator:page.lead'),
    stylesheet: '/assets/simulator.css',
    children: (
      <main class="home">
        {LANGUAGES.map((language) => (
          <About language={language} number={textableNumber(settings)} />
        ))}
      </main>
    ),
  })
  app.get('/', pageHeaders, async (c) => c.html(await page))
  return app
}

function About({ language, number }: { language: Language; number: string | null }) {
  const say = textsIn(language)
  return (
    <section lang={language}>
      <p class="brand">{say('simulator:name')}</p>
      <h1>{say('simulator:page.lead')}</h1>
      <p>{say('simulator:home.what')}</p>
      <p>{say('simulator:home.example', { question: say('simulator:ask.kindergarten.1') })}</p>
      {number === null ? (
        <p>{say('simulator:home.no-number')}</p>
      ) : (
        <p>
          {say('simulator:home.number')} <a href={`sms:${number}`}>{number}</a>
        </p>
      )}
      <p>
        <a href={language === 'bo' ? '/public/counties?language=bo' : '/public/counties'}>
          {say('public:all-title')}
        </a>
      </p>
    </section>
  )
}
