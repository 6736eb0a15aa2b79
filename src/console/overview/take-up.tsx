import { type Gap, type Gaps, RECEIVED } from '../../audiences/gaps.ts'
import { grouped } from '../../i18n/figures.ts'
import { textsIn } from '../../i18n/texts.ts'
import { addressOf } from '../ledger/query.ts'
import { PERSONS } from '../ledger/figures-page.tsx'
import type { Desk } from '../desk.ts'

/** For each programme by which a family receives something how many qualify, and how far it has come for them, as one bar; the figures stand beside it. */
export function TakeUp({ desk, gaps }: { readonly desk: Desk; readonly gaps: Gaps }) {
  const say = textsIn(desk.language)
  const programmes = gaps.programmes.filter(({ programme }) => RECEIVED.includes(programme))
  const most = Math.max(1, ...programmes.map(({ gap }) => gap.eligible ?? 0))
  const { code, township } = desk.actor.area
  return (
    <figure class="bars take-up">
      <figcaption>{say('console:overview.take-up')}</figcaption>
      <p class="hint">{say('console:overview.take-up-lead')}</p>
      <table>
        <thead>
          <tr>
            <td />
            <th class="number">{say('console:gap.received')}</th>
            <th class="number">{say('console:gap.eligible')}</th>
            <td class="plot" />
          </tr>
        </thead>
        <tbody>
          {programmes.map(({ programme, gap }) => (
            <tr>
              <th scope="row">
                <a href={addressOf(PERSONS, { county: code, township, programme, state: 'not-received' })}>
                  {say(`policy:programme.${programme}.name`)}
                </a>
              </th>
              <td class="number">{grouped(gap.received)}</td>
              <td class="number">{grouped(gap.eligible ?? 0)}</td>
              <td class="plot">
                <Steps gap={gap} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

// Each step lies over the one before it: who has received has also applied, who has applied was also told.
function Steps({ gap, most }: { readonly gap: Gap; readonly most: number }) {
  const width = (count: number) => (100 * count) / most
  const told = Math.max(gap.told, gap.applied, gap.received)
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="eligible" width={width(gap.eligible ?? 0)} height="10" />
      <rect class="told" width={width(told)} height="10" />
      <rect class="applied" width={width(Math.max(gap.applied, gap.received))} height="10" />
      <rect class="received" width={width(gap.received)} height="10" />
    </svg>
  )
}
