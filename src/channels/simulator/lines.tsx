import { type Language, textsIn } from '../../i18n/texts.ts'
import { languageOf } from '../../http/document.tsx'
import type { Measured } from './measure.ts'

/** What the family said. */
export function Sent({ text, language }: { text: string; language: Language }) {
  return (
    <li class="sent">
      <span class="unseen">{textsIn(language)('simulator:log.me')}</span>
      <p class="words" lang={languageOf(text)}>
        {text}
      </p>
    </li>
  )
}

/** What it was answered, with what that takes to send. */
export function Reply({
  reply: { text, segments, encoding },
  language,
}: {
  reply: Measured
  language: Language
}) {
  const say = textsIn(language)
  return (
    <li class="reply">
      <span class="unseen">{say('simulator:name')}</span>
      <p class="words" lang={languageOf(text)}>
        {text}
      </p>
      <small>{say('simulator:log.segments', { segments, encoding })}</small>
    </li>
  )
}

/** What neither said: that there was no answer, or that a text did not leave. */
export function Notice({ text }: { text: string }) {
  return <li class="notice">{text}</li>
}

/** What the client script makes its own lines of, so that both ways look the same. */
export function Patterns({ language }: { language: Language }) {
  const say = textsIn(language)
  return (
    <>
      <template id="sent">
        <Sent text="" language={language} />
      </template>
      <template
        id="reply"
        data-segments={say('simulator:log.segments', { segments: '{segments}', encoding: '{encoding}' })}
      >
        <Reply reply={{ text: '', segments: 0, encoding: 'UCS-2' }} language={language} />
      </template>
      <template id="typing">
        <li class="reply typing">
          <span class="unseen">{say('simulator:log.typing')}</span>
          <i />
          <i />
          <i />
        </li>
      </template>
      <template id="silence">
        <Notice text={say('simulator:log.silence')} />
      </template>
      <template id="failed">
        <Notice text={say('simulator:log.failed')} />
      </template>
    </>
  )
}
