import type { SampleHousehold } from '../../audiences/sample.ts'
import { textsIn } from '../../i18n/texts.ts'
import { countyName } from '../area-name.ts'
import type { Desk } from '../desk.ts'
import { DeterminationTree } from '../households/determination.tsx'

/** Ten of those who would be written to, each with why. */
export function Sample({
  desk,
  sample,
}: {
  readonly desk: Desk
  readonly sample: readonly SampleHousehold[]
}) {
  const say = textsIn(desk.language)
  if (sample.length === 0) return null
  return (
    <details class="sample">
      <summary>{say('console:sample.title')}</summary>
      {sample.map(({ householdId, county, township, village, language, channel, persons }) => (
        <div class="person">
          <h3>
            <a href={`/console/households/${householdId}`}>
              {persons.map(({ name }) => name ?? '').join(' ') || householdId}
            </a>{' '}
            <small>
              {countyName(county, desk.language)} {township} {village} ·{' '}
              {textsIn(language)('console:language.name')} · {say(`console:channel.${channel}`)}
            </small>
          </h3>
          {persons.map(({ determination }) =>
            determination === null ? null : (
              <DeterminationTree desk={desk} determination={determination} isOpen={false} />
            ),
          )}
        </div>
      ))}
    </details>
  )
}
