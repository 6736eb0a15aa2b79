import type { Proposal } from '../../amendments/proposal.ts'
import { mayInProvince } from '../../amendments/propose.ts'
import type { Fault } from '../../fault.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { BookOn } from '../../policy/parameters/book-on.ts'
import { type Condition, COUNTY_CATEGORIES } from '../../policy/logic/logic.ts'
import { countyName } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { householdAddress } from './rule-address.ts'
import { ProposeForm } from './propose-form.tsx'
import { Faults, figureText, listedText, stateText } from './words.tsx'

type Shown = {
  readonly book: BookOn
  readonly proposals: readonly Proposal[]
  readonly today: string
  readonly fields: Readonly<Record<string, string>>
  readonly fault: Fault | null
}

/** The plan as it stands on a day, the decisions that change it, and the form for another. */
export function bookPage(c: DeskContext, shown: Shown): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  const { book, fields, fault } = shown
  const from = { programme: c.req.query('programme'), household: c.req.query('household') }
  return framed(
    c,
    {
      here: 'policy',
      title: say('console:menu.policy'),
      children: (
        <>
          <Faults desk={desk} fault={fault} fields={fields} />
          <form method="get" class="row">
            <label>
              {say('console:policy.day')}
              <input type="date" name="day" value={book.day} />
            </label>
            <button type="submit" class="secondary">
              {say('console:policy.show')}
            </button>
          </form>
          <Proposals desk={desk} {...shown} />
          {mayInProvince(desk.actor, 'policy.propose') ? (
            <ProposeForm desk={desk} book={book} fields={fields} />
          ) : null}
          <Programmes desk={desk} book={book} {...from} />
          <Figures desk={desk} book={book} />
          <Lists desk={desk} book={book} />
        </>
      ),
    },
    fault === null ? 200 : 422,
  )
}

/** The programme asked for, and the household whose determination led there. */
type CameFrom = { readonly programme: string | undefined; readonly household: string | undefined }

type Of = { readonly desk: Desk; readonly book: BookOn }

function Proposals({ desk, proposals, today }: Shown & { readonly desk: Desk }) {
  const say = textsIn(desk.language)
  return (
    <section>
      <h2>{say('console:policy.proposals')}</h2>
      {proposals.length === 0 ? <p role="status">{say('console:policy.proposals.none')}</p> : null}
      <ul>
        {proposals.map((proposal) => (
          <li>
            <a href={`/console/policy/${proposal.id}`}>{proposal.name}</a> · {proposal.from} ·{' '}
            {stateText(desk, proposal, today)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Programmes({ desk, book, programme, household }: Of & CameFrom) {
  const say = textsIn(desk.language)
  const back = householdAddress(household, book.day)
  return (
    <section>
      <h2>{say('console:policy.programmes')}</h2>
      {book.programmes.map((one) => (
        <ProgrammeRule
          desk={desk}
          programme={one}
          isOpen={one.id === programme}
          back={one.id === programme ? back : null}
        />
      ))}
    </section>
  )
}

type OfProgramme = {
  readonly desk: Desk
  readonly programme: BookOn['programmes'][number]
  readonly isOpen: boolean
  /** The household whose determination led there; null where none did. */
  readonly back: string | null
}

// One that has ended keeps its place, with since when and by what: whoever looks for it is to find that.
function ProgrammeRule({ desk, programme: { id, rule, stands }, isOpen, back }: OfProgramme) {
  const say = textsIn(desk.language)
  if (stands === null) return null
  const { from: day, citation, isAmended } = stands
  return (
    <details class="determination" id={id} open={isOpen}>
      <summary>
        {say(`policy:programme.${id}.name`)}
        {isAmended ? (
          <span class="outcome">
            {say(rule === null ? 'console:policy.programme.ended' : 'console:policy.programme.resumed', {
              day,
            })}
          </span>
        ) : null}
        <cite>{[...(isAmended ? [citation] : []), ...(rule?.citations ?? [])].join(' ')}</cite>
      </summary>
      <p>{say(`policy:programme.${id}.summary`)}</p>
      {rule === null ? null : <Conditions desk={desk} condition={rule.conditions} />}
      {back === null ? null : (
        <p>
          <a href={back}>{say('console:policy.back-to-household')}</a>
        </p>
      )}
    </details>
  )
}

function Conditions({ desk, condition }: { readonly desk: Desk; readonly condition: Condition }) {
  const say = textsIn(desk.language)
  if ('condition' in condition) return <p>{say(`console:condition.${condition.condition}`)}</p>
  const [word, parts] =
    'all' in condition
      ? (['console:policy.all', condition.all] as const)
      : (['console:policy.any', condition.any] as const)
  return (
    <>
      <p>{say(word)}</p>
      <ul>
        {parts.map((part) => (
          <li>
            <Conditions desk={desk} condition={part} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Figures({ desk, book }: Of) {
  const say = textsIn(desk.language)
  return (
    <section>
      <h2>{say('console:policy.figures')}</h2>
      <table>
        <thead>
          <tr>
            <th>{say('console:policy.figure')}</th>
            <th class="number">{say('console:policy.value')}</th>
            <th>{say('console:policy.since')}</th>
            <th>{say('console:policy.citation')}</th>
          </tr>
        </thead>
        <tbody>
          {book.figures.map(({ id, value, from, citation }) => (
            <tr>
              <td>{say(`console:figure.${id}`)}</td>
              <td class="number">{figureText(id, value)}</td>
              <td>{from}</td>
              <td>{citation}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Lists({ desk, book }: Of) {
  const say = textsIn(desk.language)
  const { standings, counties } = book
  return (
    <section>
      <h2>{say('console:policy.standings')}</h2>
      {standings === null ? null : (
        <p>
          {standings.standings.map((one) => say(`console:standing.${one}`)).join(' · ')} ({standings.from},{' '}
          {standings.citation})
        </p>
      )}
      <h2>{say('console:policy.counties')}</h2>
      {COUNTY_CATEGORIES.map((category) => (
        <details class="determination">
          <summary>{say(`console:policy.list.${category}`)}</summary>
          <ul>
            {counties[category]
              .filter(({ listed }) => listed !== false)
              .map(({ county, listed, from, citation }) => (
                <li>
                  {countyName(county, desk.language)} · {listedText(desk.language, listed)} · {from} ·{' '}
                  {citation}
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
