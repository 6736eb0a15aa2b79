import { costOf } from '../../broadcasts/estimate/cost.ts'
import { grouped } from '../../i18n/figures.ts'
import { LANGUAGES, type TextKey, isTextKey, textsIn } from '../../i18n/texts.ts'
import { STAGES } from '../../policy/facts.ts'
import { PROVINCE } from '../../staff/area.ts'
import { TOPICS } from '../../understanding/types.ts'
import type { Desk } from '../desk.ts'
import { dayTime } from '../moments.ts'
import { moneyIn } from '../money.ts'
import { type Bar, Bars } from '../views/bars.tsx'
import type { Figures } from './figures.ts'
import { ProvinceMap } from './map.tsx'
import { Ranked } from './ranked.tsx'
import { TakeUp } from './take-up.tsx'
import { TargetsTable } from './targets-table.tsx'
import { Weeks } from './weeks.tsx'

type Shown = { readonly desk: Desk; readonly figures: Figures; readonly now: Date }

/** What waits, then how far the programmes reach, then what is asked, and what all of it stands on. */
export function Overview({ desk, figures, now }: Shown) {
  const say = textsIn(desk.language)
  const { gaps } = figures
  return (
    <>
      <Tiles desk={desk} figures={figures} />
      {figures.keptAt === null ? null : (
        <p class="hint">{say('console:overview.kept', { at: dayTime(figures.keptAt) })}</p>
      )}
      {gaps === null ? null : (
        <>
          <div class="plots">
            {desk.actor.area.code === PROVINCE.code ? <ProvinceMap desk={desk} gaps={gaps} /> : null}
            <Ranked desk={desk} gaps={gaps} />
          </div>
          <TakeUp desk={desk} gaps={gaps} />
        </>
      )}
      <div class="plots">
        <Weeks desk={desk} title={say('console:overview.weeks')} counted={figures.questions} now={now} />
        <Bars
          title={say('console:overview.topics')}
          bars={topicBars(desk, figures)}
          nothing={say('console:overview.nothing')}
        />
        <SentBars desk={desk} figures={figures} />
      </div>
      <div class="plots">
        <SpentWeeks desk={desk} figures={figures} now={now} />
        <Bars title={say('console:overview.standings')} bars={standingBars(desk, figures)} />
        <Bars title={say('console:overview.pupils')} bars={pupilBars(desk, figures)} />
      </div>
      {figures.targets.length === 0 ? null : <TargetsTable desk={desk} held={figures.targets} />}
      <p class="downloads">
        {say('console:download.figures')}
        <a href="/console/overview/figures.xlsx">XLSX</a>
        <a href="/console/overview/figures.csv">CSV</a>
      </p>
    </>
  )
}

function Tiles({ desk, figures: { cases, settled, households } }: Omit<Shown, 'now'>) {
  const say = textsIn(desk.language)
  return (
    <div class="tiles">
      <a class="tile" href="/console/cases">
        <strong>{grouped(cases.open)}</strong>
        {say('console:overview.open-cases')}
      </a>
      <a class={cases.overdue > 0 ? 'tile late' : 'tile'} href="/console/cases?state=overdue">
        <strong>{grouped(cases.overdue)}</strong>
        {say('console:overview.overdue-cases')}
      </a>
      <a class="tile" href="/console/cases?state=closed">
        <strong>{grouped(settled.count)}</strong>
        {say('console:overview.settled')}
      </a>
      {settled.medianDays === null ? null : (
        <div class="tile">
          <strong>{say('console:overview.days', { days: settled.medianDays })}</strong>
          {say('console:overview.median-days')}
        </div>
      )}
      {settled.count === 0 ? null : (
        <div class="tile">
          <strong>
            {settled.inTime} / {settled.count}
          </strong>
          {say('console:overview.in-time')}
        </div>
      )}
      <a class="tile" href="/console/households">
        <strong>{grouped(households.reduce((sum, { count }) => sum + count, 0))}</strong>
        {say('console:overview.households')}
      </a>
    </div>
  )
}

function SentBars({ desk, figures: { sent, reminders } }: Omit<Shown, 'now'>) {
  const say = textsIn(desk.language)
  const { segments, amount, currency } = reminders
  return (
    <Bars
      title={say('console:overview.sent')}
      nothing={say('console:overview.nothing')}
      bars={sent.map(({ kind, channel, count }) => ({
        label: `${say(`console:overview.sent.${kind}`)} · ${say(keyOf(`console:channel.${channel}`))}`,
        count,
      }))}
    >
      {segments === 0 ? null : (
        <p class="hint">
          {amount === null
            ? say('console:overview.reminders-segments', { segments: grouped(segments) })
            : say('console:overview.reminders-cost', {
                segments: grouped(segments),
                cost: moneyIn(desk.language, amount, currency ?? ''),
              })}
        </p>
      )}
    </Bars>
  )
}

function SpentWeeks({ desk, figures: { spent, price }, now }: Shown) {
  const say = textsIn(desk.language)
  const counted = spent.map(({ week, language, segments }) => ({ week, language, count: segments }))
  const segments = counted.reduce((sum, { count }) => sum + count, 0)
  const cost = costOf(segments, price ?? undefined)
  return (
    <Weeks desk={desk} title={say('console:overview.spent')} counted={counted} now={now} price={price}>
      <p class="hint">
        {cost === null
          ? say('console:overview.spent-segments', { segments: grouped(segments) })
          : say('console:overview.spent-cost', {
              segments: grouped(segments),
              cost: moneyIn(desk.language, cost.amount, cost.currency),
            })}
      </p>
    </Weeks>
  )
}

function standingBars({ language }: Desk, { households }: Figures): readonly Bar[] {
  const say = textsIn(language)
  return households.map(({ name, count }) => ({ label: say(keyOf(`console:standing.${name}`)), count }))
}

function pupilBars({ language }: Desk, { pupils }: Figures): readonly Bar[] {
  const say = textsIn(language)
  return STAGES.filter((stage) => stage !== 'not-in-school').map((stage) => ({
    label: say(`policy:stage.${stage}`),
    count: pupils.find(({ name }) => name === stage)?.count ?? 0,
  }))
}

function topicBars({ language }: Desk, { questions }: Figures): readonly Bar[] {
  const say = textsIn(language)
  return TOPICS.map((topic) => {
    const of = questions.filter((asked) => asked.topic === topic)
    const sum = (spoken: string) =>
      of.reduce((total, asked) => total + (asked.language === spoken ? asked.count : 0), 0)
    return {
      label: say(`policy:topic.${topic}.name`),
      count: of.reduce((total, asked) => total + asked.count, 0),
      note: LANGUAGES.map((spoken) => `${say(`console:language.${spoken}`)} ${sum(spoken)}`).join(' · '),
    }
  }).filter(({ count }) => count > 0)
}

// A word of the database that the program has no text for is shown as unknown.
function keyOf(key: string): TextKey {
  return isTextKey(key) ? key : 'console:area.unknown'
}
