import { type Language, textsIn } from '../../i18n/texts.ts'
import { Chooser } from './chooser.tsx'
import { htmlDocument } from '../../http/document.tsx'
import type { Exchange } from './exchanges.ts'
import { pageAddress } from './page-address.ts'
import type { Persona, PersonaId } from './personas.ts'
import { Telephone } from './telephone.tsx'

export type SimulatorPage = {
  readonly language: Language
  readonly personas: readonly Persona[]
  readonly persona: Persona
  /** On a narrow screen the telephone is shown only once it was chosen. */
  readonly isChosen: boolean
  readonly exchanges: readonly Exchange[]
}

/** The demo's page: whose telephone to take, and the telephone. */
export function simulatorPage({ language, personas, persona, isChosen, exchanges }: SimulatorPage) {
  const say = textsIn(language)
  return htmlDocument({
    language,
    title: say('simulator:page.title'),
    description: say('simulator:page.description'),
    stylesheet: '/assets/simulator.css',
    script: '/assets/simulator.client.js',
    children: (
      <main class={isChosen ? 'demo chosen' : 'demo'}>
        <a class="skip" href="#text">
          {say('simulator:page.skip')}
        </a>
        <div class="about">
          <Masthead language={language} persona={isChosen ? persona.id : null} />
          <h1>{say('simulator:page.lead')}</h1>
          <p>{say('simulator:page.what')}</p>
          <Chooser language={language} personas={personas} chosen={persona.id} />
          <footer>
            {say('simulator:page.notice')} {say('simulator:page.how')}{' '}
            <span class="elsewhere">
              <a href="/console">{say('simulator:page.console')}</a>
              <a href={language === 'bo' ? '/public/counties?language=bo' : '/public/counties'}>
                {say('public:all')}
              </a>
              <a href="/docs">{say('simulator:page.api')}</a>
            </span>
          </footer>
        </div>
        <Telephone language={language} persona={persona} exchanges={exchanges} />
      </main>
    ),
  })
}

function Masthead({ language, persona }: { language: Language; persona: PersonaId | null }) {
  const other = language === 'bo' ? 'zh-CN' : 'bo'
  return (
    <header class="masthead">
      <img src="/assets/huixue.svg" alt="" width="36" height="36" />
      <p class="brand">
        <span lang="zh-CN">{textsIn('zh-CN')('simulator:name')}</span>{' '}
        <span lang="bo">{textsIn('bo')('simulator:name')}</span>
      </p>
      <a class="switch" href={pageAddress(other, persona)} hreflang={other} lang={other}>
        {textsIn(language)('simulator:page.other-language')}
      </a>
    </header>
  )
}
