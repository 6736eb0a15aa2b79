import type { DeliveryLine } from '../../broadcasts/deliveries.ts'
import { grouped } from '../../i18n/figures.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { Desk } from '../desk.ts'
import { dayTime } from '../moments.ts'
import { FAILURE_KINDS, type FailureKind, failureKind } from './failure-kinds.ts'

type Shown = {
  readonly desk: Desk
  readonly failures: readonly DeliveryLine[]
  /** How many failed in all; no more than a page of them is shown. */
  readonly count: number
}

/** What failed: for each reason what it means, what to do about it, and the households it kept from being told. */
export function Failures({ desk, failures, count }: Shown) {
  const say = textsIn(desk.language)
  if (failures.length === 0) return null
  const byKind = Map.groupBy(failures, ({ channel, code }) => failureKind(channel, code))
  return (
    <section>
      <h2>{say('console:delivery.failed')}</h2>
      {count > failures.length ? (
        <p class="hint">
          {say('console:failure.first', { shown: grouped(failures.length), count: grouped(count) })}
        </p>
      ) : null}
      {FAILURE_KINDS.map((kind) => (
        <OfKind desk={desk} kind={kind} failures={byKind.get(kind) ?? []} />
      ))}
    </section>
  )
}

type OfKindShown = Omit<Shown, 'count'> & { readonly kind: FailureKind }

function OfKind({ desk, kind, failures }: OfKindShown) {
  const say = textsIn(desk.language)
  if (failures.length === 0) return null
  return (
    <section>
      <h3>{say(`console:failure.${kind}`)}</h3>
      <p>{say(`console:failure.${kind}-do`)}</p>
      <details>
        <summary>{say('console:failure.households', { count: grouped(failures.length) })}</summary>
        <table>
          <tbody>
            {failures.map(({ household, code, at }) => (
              <tr>
                <td>
                  <a href={`/console/households/${household}`}>{say('console:failure.household')}</a>
                </td>
                <td>{at === null ? '' : dayTime(at)}</td>
                <td>
                  <code>{code}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
