import { type Language, textsIn } from '../../i18n/texts.ts'
import { headOf, Portrait } from './chooser.tsx'
import type { Exchange } from './exchanges.ts'
import { BackIcon, AgainIcon, SendIcon } from './icons.tsx'
import { Notice, Patterns, Reply, Sent } from './lines.tsx'
import { pageAddress } from './page-address.ts'
import type { Persona } from './personas.ts'
import { suggestionsFor } from './suggestions.ts'

type Props = {
  readonly language: Language
  readonly persona: Persona
  readonly exchanges: readonly Exchange[]
}

/** The telephone: what was said, what one might ask, and where to write. Works by plain forms; the client script only hastens it. */
export function Telephone({ language, persona, exchanges }: Props) {
  const say = textsIn(language)
  return (
    <section class="phone" aria-label={say('simulator:phone.label')}>
      <Bar language={language} persona={persona} />
      <div class="log" role="log" aria-label={say('simulator:log.label')} tabindex={0} data-log>
        <ol>
          {exchanges.length === 0 ? <li class="empty">{say('simulator:log.empty')}</li> : null}
          {exchanges.map(({ text, replies }) => (
            <>
              {text === null ? null : <Sent text={text} language={language} />}
              {replies.map((reply) => (
                <Reply reply={reply} language={language} />
              ))}
              {replies.length === 0 ? <Notice text={say('simulator:log.silence')} /> : null}
            </>
          ))}
        </ol>
      </div>
      <Suggestions language={language} persona={persona} />
      <Compose language={language} persona={persona} />
      <Patterns language={language} />
    </section>
  )
}

function Bar({ language, persona }: Omit<Props, 'exchanges'>) {
  const say = textsIn(language)
  const owner = headOf(persona)
  return (
    <header class="bar">
      <a class="round back" href={pageAddress(language, null)} aria-label={say('simulator:phone.back')}>
        <BackIcon />
      </a>
      <Portrait persona={persona} />
      <p>
        <strong>
          {owner === undefined
            ? say('simulator:persona.stranger')
            : say('simulator:phone.owner', { who: owner.name })}
        </strong>
        <small>
          {say('simulator:name')} · {say('simulator:phone.service')}
        </small>
      </p>
      <form method="post" action="/simulator/forget">
        <Hidden language={language} persona={persona} />
        <button
          class="round"
          type="submit"
          aria-label={say('simulator:phone.again')}
          title={say('simulator:phone.again')}
        >
          <AgainIcon />
        </button>
      </form>
    </header>
  )
}

function Suggestions({ language, persona }: Omit<Props, 'exchanges'>) {
  return (
    <form
      class="suggestions"
      method="post"
      action="/simulator/messages"
      aria-label={textsIn(language)('simulator:ask.label')}
      data-send
    >
      <Hidden language={language} persona={persona} />
      {suggestionsFor(persona).map((suggestion) => (
        <button type="submit" name="text" value={suggestion.text} lang={suggestion.language}>
          {suggestion.text}
        </button>
      ))}
    </form>
  )
}

function Compose({ language, persona }: Omit<Props, 'exchanges'>) {
  const say = textsIn(language)
  return (
    <form class="compose" method="post" action="/simulator/messages" data-send>
      <Hidden language={language} persona={persona} />
      <textarea
        id="text"
        name="text"
        rows={1}
        maxlength={1600}
        required
        autocomplete="off"
        enterkeyhint="send"
        aria-label={say('simulator:compose.label')}
        placeholder={say('simulator:compose.hint')}
      />
      <button class="round" type="submit" aria-label={say('simulator:compose.send')}>
        <SendIcon />
      </button>
    </form>
  )
}

function Hidden({ language, persona }: Omit<Props, 'exchanges'>) {
  return (
    <>
      <input type="hidden" name="persona" value={persona.id} />
      <input type="hidden" name="lang" value={language} />
    </>
  )
}
