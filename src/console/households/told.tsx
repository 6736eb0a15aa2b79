import { languageOf } from '../../http/document.tsx'
import { textsIn } from '../../i18n/texts.ts'
import type { Told } from '../../told/read-told.ts'
import type { Desk } from '../desk.ts'
import { dayTime } from '../moments.ts'

/** What the family was told, the latest first; to which telephone is nobody's to see. */
export function ToldSection({ desk, told }: { readonly desk: Desk; readonly told: readonly Told[] }) {
  const say = textsIn(desk.language)
  const texts = told.filter(({ kind }) => kind !== 'text').toReversed()
  return (
    <section>
      <h2>{say('console:told.title')}</h2>
      {texts.length === 0 ? (
        <p>{say('console:told.none')}</p>
      ) : (
        <ol class="talk">
          {texts.map(({ text, at, channel, kind }) => (
            <li>
              <p lang={languageOf(text)}>{text}</p>
              <small>
                {dayTime(at)} ·{' '}
                {say(channel === 'telegram' ? 'console:channel.telegram' : 'console:channel.sms')} ·{' '}
                {say(`console:told.${kind === 'text' ? 'answer' : kind}`)}
              </small>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
