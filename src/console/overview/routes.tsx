import { Hono } from 'hono'
import { LANGUAGES, type TextKey, isTextKey, textsIn } from '../../i18n/texts.ts'
import { STAGES } from '../../policy/facts.ts'
import type { Services } from '../../services.ts'
import { TOPICS } from '../../understanding/types.ts'
import type { Desk, DeskEnv } from '../desk.ts'
import { framed } from '../frame.tsx'
import { allowed } from '../guard.ts'
import { type Bar, Bars } from '../views/bars.tsx'
import { type Figures, figuresFor } from './figures.ts'

/** The first page: what stands in the register, what waits, what is asked. */
export function overviewRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get('/console', allowed('overview.read'), async (c) => {
    const desk = c.get('desk')
    const figures = await figuresFor(services, desk.actor)
    return framed(c, {
      here: 'overview',
      title: textsIn(desk.language)('console:menu.overview'),
      children: <Overview desk={desk} figures={figures} />,
    })
  })
  return app
}

function Overview({ desk, figures }: { readonly desk: Desk; readonly figures: Figures }) {
  const say = textsIn(desk.language)
  return (
    <>
      <div class="tiles">
        <a class="tile" href="/console/cases">
          <strong>{figures.cases.open}</strong>
          {say('console:overview.open-cases')}
        </a>
        <a class={figures.cases.overdue > 0 ? 'tile late' : 'tile'} href="/console/cases?state=overdue">
          <strong>{figures.cases.overdue}</strong>
          {say('console:overview.overdue-cases')}
        </a>
        <a class="tile" href="/console/households">
          <strong>{figures.households.reduce((sum, { count }) => sum + count, 0)}</strong>
          {say('console:overview.households')}
        </a>
      </div>
      <div class="plots">
        <Bars title={say('console:overview.standings')} bars={barsOf(desk, figures.households, 'standing')} />
        <Bars title={say('console:overview.pupils')} bars={pupilBars(desk, figures)} />
        <Bars title={say('console:overview.questions')} bars={questionBars(desk, figures)} />
      </div>
    </>
  )
}

function barsOf({ language }: Desk, counts: Figures['households'], kind: 'standing'): readonly Bar[] {
  const say = textsIn(language)
  return counts.map(({ name, count }) => ({ label: say(keyOf(`console:${kind}.${name}`)), count }))
}

function pupilBars({ language }: Desk, { pupils }: Figures): readonly Bar[] {
  const say = textsIn(language)
  return STAGES.filter((stage) => stage !== 'not-in-school').map((stage) => ({
    label: say(`policy:stage.${stage}`),
    count: pupils.find(({ name }) => name === stage)?.count ?? 0,
  }))
}

function questionBars({ language }: Desk, { questions }: Figures): readonly Bar[] {
  const say = textsIn(language)
  const countOf = (topic: string, spoken: string) =>
    questions.find((one) => one.topic === topic && one.language === spoken)?.count ?? 0
  return TOPICS.map((topic) => ({
    label: say(`policy:topic.${topic}.name`),
    count: LANGUAGES.reduce((sum, spoken) => sum + countOf(topic, spoken), 0),
    note: `${say('console:language.bo')} ${countOf(topic, 'bo')}`,
  })).filter(({ count }) => count > 0)
}

// A word of the database that the program has no text for is shown as unknown.
function keyOf(key: string): TextKey {
  return isTextKey(key) ? key : 'console:area.unknown'
}
