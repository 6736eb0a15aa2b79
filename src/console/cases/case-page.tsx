import { OUTCOMES_OF } from '../../cases/outcomes.ts'
import type { CaseRead } from '../../cases/read-case.ts'
import type { Fault } from '../../fault.ts'
import { languageOf } from '../../http/document.tsx'
import { type Language, textsIn } from '../../i18n/texts.ts'
import { may } from '../../staff/permissions.ts'
import { countyName } from '../area-name.ts'
import type { Called } from '../called.ts'
import type { DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { withCase } from '../households/from-case.tsx'
import { dayTime } from '../moments.ts'
import { FaultLines } from '../views/faults.tsx'
import type { Draft } from './draft.ts'
import { outcomeWord } from './statistics-lines.ts'

type Shown = {
  readonly fault: Fault | null
  readonly draft: Draft | null
  readonly called: Called
}

/** One case: what was said on both sides, and what staff may do with it. */
export function casePage(c: DeskContext, read: CaseRead, { fault, draft, called }: Shown): Promise<Response> {
  const { language, actor } = c.get('desk')
  const say = textsIn(language)
  const isToAnswer = read.state === 'open' && may(actor, 'cases.answer')
  return framed(
    c,
    {
      here: 'cases',
      title: `${say(`conversation:case.kind.${read.kind}`)} ${read.reference}`,
      children: (
        <>
          {fault === null ? null : (
            <div class="fault" role="alert">
              <p>{say('console:case.refused')}</p>
              <FaultLines language={language} fault={fault} />
            </div>
          )}
          <Facts read={read} language={language} />
          <div class="case">
            <ol class="talk">
              {read.messages.map(({ author, by, at, text }) => (
                <li class={author}>
                  <p lang={languageOf(text)}>{text}</p>
                  <small>
                    {dayTime(at)} · {by === null ? say('console:case.family') : called(by)}
                  </small>
                </li>
              ))}
            </ol>
            {isToAnswer ? <Answering read={read} language={language} draft={draft} /> : null}
          </div>
        </>
      ),
    },
    fault === null ? 200 : 422,
  )
}

function Facts({ read, language }: { readonly read: CaseRead; readonly language: Language }) {
  const say = textsIn(language)
  return (
    <dl class="facts">
      <dt>{say('console:staff.area')}</dt>
      <dd>{countyName(read.county, language)}</dd>
      <dt>{say('console:case.due')}</dt>
      <dd class={read.isOverdue ? 'late' : ''}>{read.dueOn}</dd>
      <dt>{say('console:case.state')}</dt>
      <dd>
        {read.outcome === null
          ? say(`console:case.state.${read.state}`)
          : outcomeWord(language, read.outcome)}
      </dd>
      <dt>{say('console:case.reach')}</dt>
      <dd>{say(`console:case.reach.${read.reach}`)}</dd>
      {read.household === null ? null : (
        <>
          <dt>{say('console:case.household')}</dt>
          <dd>
            <a href={withCase(`/console/households/${read.household}`, read)}>{say('console:open')}</a>
          </dd>
        </>
      )}
    </dl>
  )
}

type Answer = { readonly read: CaseRead; readonly language: Language; readonly draft: Draft | null }

function Answering({ read, language, draft }: Answer) {
  const say = textsIn(language)
  const of = (form: Draft['form']) => (draft?.form === form ? draft : null)
  return (
    <section id="answering">
      <p>
        <a href={`/console/cases/${read.id}/prepared`}>{say('console:case.prepared')}</a>
      </p>
      <div class="answering">
        <form method="post" action={`/console/cases/${read.id}/reply`} class="stack">
          <h2>{say('console:case.answer')}</h2>
          <Texts language={language} draft={of('reply')} />
          <button type="submit">{say('console:case.send')}</button>
        </form>
        <form method="post" action={`/console/cases/${read.id}/resolve`} class="stack">
          <h2>{say('console:case.resolve')}</h2>
          <label>
            {say('console:case.outcome')}
            <select name="outcome" required>
              <option value="">{say('console:case.outcome-choose')}</option>
              {OUTCOMES_OF[read.kind].map((outcome) => (
                <option value={outcome} selected={outcome === draft?.outcome}>
                  {say(`conversation:case.outcome.${outcome}`)}
                </option>
              ))}
            </select>
          </label>
          <Texts language={language} draft={of('resolve')} />
          <button type="submit" class="secondary">
            {say('console:case.settle')}
          </button>
        </form>
      </div>
    </section>
  )
}

function Texts({ language, draft }: { readonly language: Language; readonly draft: Draft | null }) {
  const say = textsIn(language)
  return (
    <>
      <label>
        {say('console:text.zh')}
        <textarea name="zh" lang="zh-CN" rows={3}>
          {draft?.zh ?? ''}
        </textarea>
      </label>
      <label>
        {say('console:text.bo')}
        <textarea name="bo" lang="bo" rows={3}>
          {draft?.bo ?? ''}
        </textarea>
      </label>
    </>
  )
}
