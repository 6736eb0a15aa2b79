import { grouped } from '../../i18n/figures.ts'
import { isTextKey, textsIn } from '../../i18n/texts.ts'
import type { Target } from '../../policy/parameters/targets.ts'
import type { Desk } from '../desk.ts'
import { percent } from './map.tsx'
import type { Counted, Held } from './targets.ts'

/** The plan's targets, each with its clause, beside what the register counts. */
export function TargetsTable({ desk, held }: { readonly desk: Desk; readonly held: readonly Held[] }) {
  const say = textsIn(desk.language)
  return (
    <section>
      <h2>{say('console:overview.targets')}</h2>
      <p class="hint">{say('console:overview.targets-lead')}</p>
      <table class="figures cards">
        <thead>
          <tr>
            <th>{say('console:overview.target')}</th>
            <th>{say('console:overview.target-by')}</th>
            <th class="number">{say('console:overview.target-wanted')}</th>
            <th>{say('console:overview.target-counted')}</th>
          </tr>
        </thead>
        <tbody>
          {held.map(({ target, counted }) => (
            <tr>
              <th scope="row">
                {targetName(desk, target)} <cite>{target.citation}</cite>
              </th>
              <td data-label={say('console:overview.target-by')}>
                {target.year === null
                  ? say('console:overview.every-year')
                  : say('console:overview.until', { year: target.year })}
              </td>
              <td class="number" data-label={say('console:overview.target-wanted')}>
                {wantedWords(desk, target)}
              </td>
              <td data-label={say('console:overview.target-counted')}>{countedWords(desk, counted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A target's name; its id where a later plan sets one that has none yet. */
export function targetName({ language }: Desk, { id }: Target): string {
  const key = `console:target.${id}`
  return isTextKey(key) ? textsIn(language)(key) : id
}

/** What the plan wants of it: a share, or so many persons. */
export function wantedWords({ language }: Desk, { value }: Target): string {
  return 'share' in value
    ? `${Math.round(100 * value.share)}%`
    : textsIn(language)('console:overview.people', { count: grouped(value.persons) })
}

/** What is counted towards it; said to be uncounted where nothing tells. */
export function countedWords({ language }: Desk, counted: Counted | null): string {
  const say = textsIn(language)
  if (counted === null) return say('console:overview.not-counted')
  if (counted.kind === 'persons') {
    const { qualify, received } = counted
    return say('console:overview.counted-persons', { qualify: grouped(qualify), received: grouped(received) })
  }
  const { are, of, unknown } = counted
  return say('console:overview.counted-share', {
    are: grouped(are),
    of: grouped(of),
    unknown: grouped(unknown),
    share: percent(are, of),
  })
}
