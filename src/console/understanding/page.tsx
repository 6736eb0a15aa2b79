import type { Fault } from '../../fault.ts'
import { type Language, textsIn } from '../../i18n/texts.ts'
import type { SentencePage } from '../../labelling/list-sentences.ts'
import type { DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { Select } from '../views/select.tsx'
import { type Effect, EffectOfLabels } from './effect.tsx'
import { type Filter, type Given, STATES } from './filter.ts'
import { SentenceCard } from './sentence-card.tsx'
import { problemWords } from './words.ts'

type Shown = {
  readonly filter: Filter
  /** What could not be done; `given` where it was a label. */
  readonly refused: { readonly given: Given | null; readonly fault: Fault } | null
  readonly effect: Effect
}

/** Sentences to label, and what the labels would change. */
export function understandingPage(
  c: DeskContext,
  page: SentencePage,
  { filter, refused, effect }: Shown,
): Promise<Response> {
  const { language } = c.get('desk')
  const say = textsIn(language)
  return framed(
    c,
    {
      here: 'understanding',
      title: say('console:menu.understanding'),
      children: (
        <>
          {refused === null ? null : (
            <p class="fault" role="alert">
              {problemWords(refused.fault, language)}
            </p>
          )}
          <p class="hint">
            {say('labelling:lead')} {say('labelling:personal')}
          </p>
          <Filters language={language} filter={filter} />
          <Sentences language={language} page={page} filter={filter} given={refused?.given ?? null} />
          <EffectOfLabels language={language} effect={effect} />
        </>
      ),
    },
    refused === null ? 200 : 422,
  )
}

type OfSentences = {
  readonly language: Language
  readonly page: SentencePage
  readonly filter: Filter
  /** The label that could not be taken, which its sentence shows again. */
  readonly given: Given | null
}

function Sentences({ language, page, filter, given }: OfSentences) {
  const say = textsIn(language)
  return (
    <>
      <p role="status">
        {page.of === 0 ? say('labelling:none') : say('labelling:count', { count: page.of })}
      </p>
      <ul class="sentences">
        {page.sentences.map((sentence) => (
          <SentenceCard
            sentence={sentence}
            language={language}
            filter={filter}
            given={given?.id === sentence.id ? given : null}
          />
        ))}
      </ul>
      {page.next === null ? null : (
        <p>
          <a
            href={`/console/understanding?state=${filter.state}&language=${filter.language ?? ''}&after=${page.next}`}
          >
            {say('console:next')}
          </a>
        </p>
      )}
    </>
  )
}

function Filters({ language, filter }: { readonly language: Language; readonly filter: Filter }) {
  const say = textsIn(language)
  return (
    <form method="get" action="/console/understanding" class="row">
      <Select
        name="state"
        label={say('labelling:state')}
        value={filter.state}
        choices={STATES.map((state) => ({ value: state, label: say(`labelling:state.${state}`) }))}
      />
      <Select
        name="language"
        label={say('labelling:language')}
        value={filter.language ?? ''}
        choices={[
          { value: '', label: say('labelling:language.any') },
          { value: 'zh-CN', label: say('console:text.zh') },
          { value: 'bo', label: say('console:text.bo') },
        ]}
      />
      <button type="submit" class="secondary">
        {say('console:filter')}
      </button>
      <a href="/console/understanding/sentences.xlsx">{say('labelling:sheet')}</a>
    </form>
  )
}
