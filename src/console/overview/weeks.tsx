import { LANGUAGES, type Language, textsIn } from '../../i18n/texts.ts'
import type { Desk } from '../desk.ts'
import { type Asked, beginOf, WEEKS } from './questions.ts'

type Shown = { readonly desk: Desk; readonly questions: readonly Asked[]; readonly now: Date }
type Week = { readonly begins: string; readonly counts: Readonly<Record<Language, number>> }

const HEIGHT = 40

/** Questions week by week, a column for each, the languages one upon the other; the figures stand below it. */
export function Weeks({ desk, questions, now }: Shown) {
  const say = textsIn(desk.language)
  const weeks = weeksOf(questions, now)
  const most = Math.max(1, ...weeks.map(totalOf))
  return (
    <figure class="weeks">
      <figcaption>{say('console:overview.weeks')}</figcaption>
      <p class="hint">
        {say('console:overview.weeks-lead')} <Key desk={desk} />
      </p>
      <svg viewBox={`0 0 ${10 * WEEKS} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {weeks.map((week, at) => (
          <Column week={week} at={at} most={most} />
        ))}
      </svg>
      <details>
        <summary>{say('console:overview.figures')}</summary>
        <table>
          <thead>
            <tr>
              <th>{say('console:overview.week')}</th>
              {LANGUAGES.map((language) => (
                <th class="number">{say(`console:language.${language}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ begins, counts }) => (
              <tr>
                <th scope="row">{begins}</th>
                {LANGUAGES.map((language) => (
                  <td class="number">{counts[language]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
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

/** Every week of the time looked back, also one in which nobody asked. */
export function weeksOf(questions: readonly Asked[], now: Date): readonly Week[] {
  return Array.from({ length: WEEKS }, (_, week) => {
    const count = (language: Language) =>
      questions
        .filter((asked) => asked.week === week && asked.language === language)
        .reduce((sum, asked) => sum + asked.count, 0)
    return {
      begins: beginOf(week, now).toISOString().slice(0, 10),
      counts: { 'zh-CN': count('zh-CN'), bo: count('bo') },
    }
  })
}

function totalOf({ counts }: Week): number {
  return counts['zh-CN'] + counts.bo
}
