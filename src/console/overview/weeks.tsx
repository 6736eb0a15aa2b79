import type { Child } from 'hono/jsx'
import { LANGUAGES, type Language, textsIn } from '../../i18n/texts.ts'
import type { Desk } from '../desk.ts'
import { costOf } from '../../broadcasts/estimate/cost.ts'
import type { Price } from '../../settings.ts'
import { moneyIn } from '../money.ts'
import { dayOf } from '../../time/clock.ts'
import { beginOf, WEEKS } from './questions.ts'

/** So many of something, in one week and language. */
export type InWeek = { readonly week: number; readonly language: string; readonly count: number }

type Shown = {
  readonly desk: Desk
  readonly title: string
  readonly counted: readonly InWeek[]
  readonly now: Date
  /** What one of them costs, where that is to be told. */
  readonly price?: Price | null
  readonly children?: Child
}
type Week = { readonly begins: string; readonly counts: Readonly<Record<Language, number>> }

const HEIGHT = 40

/** Counts week by week, a column for each, the languages one upon the other; the figures stand below it. */
export function Weeks({ desk, title, counted, now, price = null, children }: Shown) {
  const say = textsIn(desk.language)
  const weeks = weeksOf(counted, now)
  return (
    <figure class="weeks">
      <figcaption>{title}</figcaption>
      <p class="hint">
        {say('console:overview.weeks-lead')} <Key desk={desk} />
      </p>
      {counted.length === 0 ? (
        <p class="hint">{say('console:overview.nothing')}</p>
      ) : (
        <Columns weeks={weeks} />
      )}
      {children}
      <details hidden={counted.length === 0}>
        <summary>{say('console:overview.figures')}</summary>
        <table>
          <thead>
            <tr>
              <th>{say('console:overview.week')}</th>
              {LANGUAGES.map((language) => (
                <th class="number">{say(`console:language.${language}`)}</th>
              ))}
              {price === null ? null : <th class="number">{say('console:overview.cost')}</th>}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr>
                <th scope="row">{week.begins}</th>
                {LANGUAGES.map((language) => (
                  <td class="number">{week.counts[language]}</td>
                ))}
                {price === null ? null : <td class="number">{costIn(desk.language, week, price)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function Columns({ weeks }: { readonly weeks: readonly Week[] }) {
  const most = Math.max(1, ...weeks.map(totalOf))
  return (
    <svg viewBox={`0 0 ${10 * WEEKS} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {weeks.map((week, at) => (
        <Column week={week} at={at} most={most} />
      ))}
    </svg>
  )
}

function costIn(language: Language, week: Week, price: Price): string {
  const cost = costOf(totalOf(week), price)
  return cost === null ? '' : moneyIn(language, cost.amount, cost.currency)
}

function Key({ desk }: { readonly desk: Desk }) {
  return (
    <>
      {LANGUAGES.map((language) => (
        <span class={`key ${language}`}>{textsIn(desk.language)(`console:language.${language}`)}</span>
      ))}
    </>
  )
}

function Column({ week, at, most }: { readonly week: Week; readonly at: number; readonly most: number }) {
  const heights = LANGUAGES.map((language) => (HEIGHT * week.counts[language]) / most)
  const x = 10 * at + 1.5
  return (
    <>
      {LANGUAGES.map((language, nth) => {
        const below = heights.slice(0, nth).reduce((sum, height) => sum + height, 0)
        const height = heights[nth] ?? 0
        return <rect class={language} x={x} y={HEIGHT - below - height} width="7" height={height} />
      })}
    </>
  )
}

/** Every week of the time looked back, also one in which there was nothing. */
export function weeksOf(counted: readonly InWeek[], now: Date): readonly Week[] {
  return Array.from({ length: WEEKS }, (_, week) => {
    const count = (language: Language) =>
      counted
        .filter((one) => one.week === week && one.language === language)
        .reduce((sum, one) => sum + one.count, 0)
    return {
      begins: dayOf(beginOf(week, now)),
      counts: { 'zh-CN': count('zh-CN'), bo: count('bo') },
    }
  })
}

function totalOf({ counts }: Week): number {
  return counts['zh-CN'] + counts.bo
}
