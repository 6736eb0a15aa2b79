import { type Language, textsIn } from '../../i18n/texts.ts'
import type { LabelGiven } from '../../labelling/label-sentence.ts'
import type { Sentence } from '../../labelling/sentence.ts'
import { ABOUT_A_TOPIC } from '../../understanding/subject.ts'
import { INTENTS, TOPICS } from '../../understanding/types.ts'
import { understand } from '../../understanding/understand.ts'
import { Select } from '../views/select.tsx'
import type { Filter } from './filter.ts'
import { labelWords } from './words.ts'

type Card = {
  readonly sentence: Sentence
  readonly language: Language
  readonly filter: Filter
  /** What a refused form held. */
  readonly given: LabelGiven | null
}

/** A sentence with what it was taken for, its label, and the forms to label, take back and discard it. */
export function SentenceCard({ sentence, language, filter, given }: Card) {
  const say = textsIn(language)
  const { id, label, labelledBy } = sentence
  const at = `/console/understanding/sentences/${id}`
  return (
    <li>
      <blockquote lang={sentence.language}>{sentence.text}</blockquote>
      <p class="hint">
        {say('labelling:heard', { heard: labelWords(sentence.heard, language) })} ·{' '}
        {say('labelling:times', { count: sentence.times, day: sentence.lastOn })}
      </p>
      {label === null ? null : (
        <p class="done">
          {say('labelling:labelled', { by: labelledBy ?? '', label: labelWords(label, language) })}
          {isLearnt(sentence) ? ` ${say('labelling:learnt')}` : ''}
        </p>
      )}
      <div class="row">
        <form method="post" action={`${at}/label`} class="row">
          <Back filter={filter} />
          <LabelFields language={language} given={given ?? asGiven(sentence)} />
          <button type="submit">{say(label === null ? 'labelling:label' : 'labelling:change')}</button>
        </form>
        {label === null ? null : (
          <Verb action={`${at}/take-back`} filter={filter} words={say('labelling:take-back')} />
        )}
        <Verb action={`${at}/discard`} filter={filter} words={say('labelling:discard')} />
      </div>
    </li>
  )
}

// A release that learnt of it answers as staff said.
function isLearnt({ text, label }: Sentence): boolean {
  const { intent, topic } = understand(text)
  return intent === label?.intent && topic === label.topic
}

function asGiven({ label }: Sentence): LabelGiven {
  return { intent: label?.intent ?? '', topic: label?.topic ?? '' }
}

function LabelFields({ language, given }: { readonly language: Language; readonly given: LabelGiven }) {
  const say = textsIn(language)
  const intents = INTENTS.toSorted(
    (one, other) => Number(ABOUT_A_TOPIC.has(other)) - Number(ABOUT_A_TOPIC.has(one)),
  )
  return (
    <>
      <Select
        name="intent"
        label={say('labelling:intent')}
        value={given.intent}
        choices={[
          { value: '', label: say('labelling:intent.choose') },
          ...intents.map((intent) => ({ value: intent, label: say(`labelling:intent.${intent}`) })),
        ]}
      />
      <Select
        name="topic"
        label={say('labelling:topic')}
        value={given.topic}
        choices={[
          { value: '', label: say('labelling:topic.none') },
          ...TOPICS.map((topic) => ({ value: topic, label: say(`policy:topic.${topic}.name`) })),
        ]}
      />
    </>
  )
}

function Verb({
  action,
  filter,
  words,
}: {
  readonly action: string
  readonly filter: Filter
  readonly words: string
}) {
  return (
    <form method="post" action={action}>
      <Back filter={filter} />
      <button type="submit" class="plain">
        {words}
      </button>
    </form>
  )
}

// The page that is shown again afterwards.
function Back({ filter: { state, language, after } }: { readonly filter: Filter }) {
  return (
    <>
      <input type="hidden" name="state" value={state} />
      <input type="hidden" name="language" value={language ?? ''} />
      <input type="hidden" name="after" value={after ?? ''} />
    </>
  )
}
