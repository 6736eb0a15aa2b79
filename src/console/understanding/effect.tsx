import { type Language, textsIn } from '../../i18n/texts.ts'
import type { Measure } from '../../labelling/measures.ts'
import type { Flip, Report } from '../../labelling/report.ts'
import { dayTime } from '../moments.ts'
import { labelWords } from './words.ts'

export type Effect = {
  readonly measure: Measure | null
  /** The labels as they are now. */
  readonly labels: { readonly count: number; readonly digest: string }
  /** Whether a measurement can be begun here: not on Workers. */
  readonly canMeasure: boolean
}

type Told = { readonly language: Language; readonly effect: Effect }

const COMMAND = 'npm run understanding:review -- measure --sheet … --report …'

/** What taking the labels would change, as it was last measured. */
export function EffectOfLabels({ language, effect }: Told) {
  const say = textsIn(language)
  const { measure, labels, canMeasure } = effect
  const isRunning = measure?.state === 'running'
  return (
    <section class="effect">
      <h2>{say('labelling:effect.title')}</h2>
      {measure === null ? <p>{say('labelling:effect.none')}</p> : null}
      {isRunning ? <p class="warn">{say('labelling:effect.running')}</p> : null}
      {measure?.state === 'failed' ? <p class="fault">{say('labelling:effect.failed')}</p> : null}
      {measure?.report ? <Measured language={language} effect={effect} report={measure.report} /> : null}
      {canMeasure && labels.count > 0 && !isRunning ? (
        <form method="post" action="/console/understanding/measure">
          <button type="submit">{say('labelling:effect.start')}</button>
        </form>
      ) : null}
      {canMeasure ? null : <HandIn language={language} />}
    </section>
  )
}

function Measured({ language, effect, report }: Told & { readonly report: Report }) {
  const say = textsIn(language)
  const { measure, labels } = effect
  const { learnt, leftOut, sets, flips } = report
  const right = (of: 'before' | 'after') => learnt.filter((one) => one[of]).length
  return (
    <>
      <p>
        {say('labelling:effect.at', {
          at: dayTime(measure?.at ?? ''),
          by: measure?.by ?? '',
          count: learnt.length + leftOut.length,
        })}
      </p>
      {report.labels === labels.digest ? null : <p class="warn">{say('labelling:effect.stale')}</p>}
      <p>{say('labelling:effect.learnt', { before: right('before'), after: right('after') })}</p>
      {leftOut.length === 0 ? null : <p>{say('labelling:effect.left-out', { count: leftOut.length })}</p>}
      <table>
        <thead>
          <tr>
            <th>{say('labelling:effect.set')}</th>
            <th class="number">{say('labelling:effect.before')}</th>
            <th class="number">{say('labelling:effect.after')}</th>
          </tr>
        </thead>
        <tbody>
          {sets.flatMap((set) =>
            (['understood', 'refused'] as const).map((what) => (
              <tr>
                <td>
                  {say(set.language === 'bo' ? 'console:text.bo' : 'console:text.zh')} ·{' '}
                  {say(`labelling:effect.${what}`)}
                </td>
                <td class="number">{share(language, set[what].before, set[what].of)}</td>
                <td class="number">{share(language, set[what].after, set[what].of)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {flips.length === 0 ? (
        <p>{say('labelling:effect.same')}</p>
      ) : (
        <Flips language={language} flips={flips} />
      )}
    </>
  )
}

function Flips({ language, flips }: { readonly language: Language; readonly flips: readonly Flip[] }) {
  const say = textsIn(language)
  return (
    <>
      <h3>{say('labelling:effect.flips')}</h3>
      <table>
        <tbody>
          {flips.map(({ turn, text, wanted, before, after, language: spoken }) => (
            <tr class={turn === 'worse' ? 'late' : ''}>
              <td>{say(`labelling:effect.${turn}`)}</td>
              <td lang={spoken}>{text}</td>
              <td>
                {labelWords(before, language)} → {labelWords(after, language)}
                <br />
                <small>
                  {say('labelling:effect.wanted')} {labelWords(wanted, language)}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function HandIn({ language }: { readonly language: Language }) {
  const say = textsIn(language)
  return (
    <>
      <p class="hint">{say('labelling:effect.how', { command: COMMAND })}</p>
      <form method="post" action="/console/understanding/report" enctype="multipart/form-data" class="row">
        <label>
          {say('labelling:report.file')}
          <input type="file" name="file" accept="application/json,.json" required />
        </label>
        <button type="submit" class="secondary">
          {say('labelling:report.upload')}
        </button>
      </form>
    </>
  )
}

function share(language: Language, count: number, of: number): string {
  const percent = of === 0 ? 0 : Math.round((1000 * count) / of) / 10
  return textsIn(language)('labelling:effect.share', { count, of, percent })
}
