import type { EffectRead } from '../../amendments/effect.ts'
import type { MovedSample } from '../../amendments/moved-persons.ts'
import type { Proposal } from '../../amendments/proposal.ts'
import { mayInProvince } from '../../amendments/propose.ts'
import type { Fault } from '../../fault.ts'
import { grouped } from '../../i18n/figures.ts'
import { isTextKey, textsIn } from '../../i18n/texts.ts'
import { may } from '../../staff/permissions.ts'
import { countyName } from '../area-name.ts'
import type { Called } from '../called.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { changeText, Faults, type Former, stateText } from './words.tsx'

type Shown = {
  readonly proposal: Proposal
  readonly effect: EffectRead
  readonly sample: readonly MovedSample[]
  readonly today: string
  readonly fault: Fault | null
  readonly called: Called
  /** What figures are in the book in force on the decision's day. */
  readonly former: Former
}

/** One decision: what it changes, whom it moves and why, and what may be done with it. */
export function proposalPage(c: DeskContext, shown: Shown): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const { proposal, today, fault } = shown
  return framed(
    c,
    {
      here: 'policy',
      title: proposal.name,
      children: (
        <>
          <Faults desk={desk} fault={fault} />
          <dl class="facts">
            <dt>{stateText(desk, proposal, today)}</dt>
            <dd>{say('console:policy.proposed-by', { by: shown.called(proposal.proposedBy) })}</dd>
            <dt>{say('console:policy.from')}</dt>
            <dd>{proposal.from}</dd>
            <dt>{say('console:policy.citation')}</dt>
            <dd>{proposal.citation}</dd>
            <dt>{say('console:policy.source')}</dt>
            <dd>{proposal.source}</dd>
          </dl>
          <ul>
            {proposal.changes.map((change) => (
              <li>{changeText(desk, change, proposal.state === 'proposed' ? shown.former : null)}</li>
            ))}
          </ul>
          {proposal.remark === null ? null : <p>{proposal.remark}</p>}
          <Decide desk={desk} proposal={proposal} today={today} />
          <Effect desk={desk} {...shown} />
          <Sample desk={desk} sample={shown.sample} />
        </>
      ),
    },
    fault === null ? 200 : 422,
  )
}

type Of = { readonly desk: Desk; readonly proposal: Proposal; readonly today: string }

function Decide({ desk, proposal, today }: Of) {
  const say = textsIn(desk.language)
  const { id, state, from, proposedBy } = proposal
  const isOpen = state === 'proposed'
  const isOther = proposedBy !== desk.actor.name
  const awaits = isOpen ? <p class="hint">{say('console:policy.awaits')}</p> : null
  if (!mayInProvince(desk.actor, 'policy.approve')) return awaits
  const verb = isOpen && isOther ? 'refuse' : 'withdraw'
  if (!isOpen && (state !== 'approved' || from <= today)) return null
  return (
    <>
      {isOther ? null : awaits}
      <div class="row">
        {isOpen && isOther ? (
          <form method="post" action={`/console/policy/${id}/approve`}>
            <button type="submit">{say('console:policy.approve')}</button>
          </form>
        ) : null}
        <form method="post" action={`/console/policy/${id}/${verb}`} class="row">
          <label>
            {say('console:policy.remark')}
            <input name="remark" maxlength={500} required />
          </label>
          <button type="submit" class="secondary">
            {say(`console:policy.${verb}`)}
          </button>
        </form>
      </div>
    </>
  )
}

function Effect({ desk, proposal, effect }: Shown & { readonly desk: Desk }) {
  const say = textsIn(desk.language)
  const { progress, totals, lines } = effect
  return (
    <section>
      <h2>{say('console:policy.effect')}</h2>
      <p>
        {say('console:policy.effect.progress', {
          day: progress.day,
          households: grouped(progress.households),
          total: grouped(progress.total),
          persons: grouped(progress.persons),
        })}
      </p>
      {progress.finishedAt === null ? <p class="warn">{say('console:policy.effect.under-way')}</p> : null}
      {totals.length === 0 ? <p role="status">{say('console:policy.effect.none')}</p> : null}
      <dl class="facts">
        {totals.map(({ effect: what, households, persons }) => (
          <>
            <dt>{say(`console:policy.effect.${what}`)}</dt>
            <dd>
              {say('console:policy.effect.persons')} {grouped(persons)} ·{' '}
              {say('console:policy.effect.households')} {grouped(households)}
            </dd>
          </>
        ))}
      </dl>
      {lines.map((line) => (
        <EffectLine desk={desk} proposal={proposal} line={line} />
      ))}
    </section>
  )
}

type OfLine = {
  readonly desk: Desk
  readonly proposal: Proposal
  readonly line: EffectRead['lines'][number]
}

// One programme and what the decision does to it: why, where, in which languages, and the way to tell them.
function EffectLine({ desk, proposal, line }: OfLine) {
  const say = textsIn(desk.language)
  const { programme, effect, persons, because, counties, languages } = line
  const isNotified = proposal.state === 'approved' && may(desk.actor, 'broadcasts.write')
  const notice = new URLSearchParams({ change: proposal.id, effect, programme })
  return (
    <details class="determination">
      <summary>
        {say(`policy:programme.${programme}.name`)} · {say(`console:policy.effect.${effect}`)} ·{' '}
        {grouped(persons)}
      </summary>
      <dl class="facts">
        <dt>{say('console:policy.effect.because')}</dt>
        <dd>{pairs(because, (words) => becauseText(desk, words.split(' ')))}</dd>
        <dt>{say('console:policy.effect.languages')}</dt>
        <dd>
          {pairs(languages, (language) =>
            textsIn(language === 'bo' ? 'bo' : 'zh-CN')('console:language.name'),
          )}
        </dd>
        <dt>{say('console:policy.effect.where')}</dt>
        <dd>{pairs(counties, (county) => countyName(county, desk.language))}</dd>
      </dl>
      {isNotified ? (
        <a href={`/console/broadcasts/new?${notice.toString()}`}>{say('console:policy.notify')}</a>
      ) : null}
    </details>
  )
}

function Sample({ desk, sample }: { readonly desk: Desk; readonly sample: readonly MovedSample[] }) {
  const say = textsIn(desk.language)
  if (sample.length === 0) return null
  return (
    <section>
      <h2>{say('console:policy.sample')}</h2>
      <ul>
        {sample.map(({ household, county, name, programme, effect, because, before, after }) => (
          <li>
            <a href={`/console/households/${household}`}>{name}</a> · {countyName(county, desk.language)} ·{' '}
            {say(`policy:programme.${programme}.name`)} · {say(`console:policy.effect.${effect}`)}
            {before.outcome === after.outcome
              ? ''
              : ` (${say(`console:outcome.${before.outcome}`)} → ${say(`console:outcome.${after.outcome}`)})`}{' '}
            · {becauseText(desk, because)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function becauseText({ language }: Desk, because: readonly string[]): string {
  const say = textsIn(language)
  return because
    .map((one) => {
      const key = `console:condition.${one}`
      return isTextKey(key) ? say(key) : say('console:policy.effect.benefit')
    })
    .join(' · ')
}

function pairs(counts: Readonly<Record<string, number>>, nameOf: (key: string) => string): string {
  return Object.entries(counts)
    .map(([key, count]) => `${nameOf(key)} ${grouped(count)}`)
    .join(' · ')
}
