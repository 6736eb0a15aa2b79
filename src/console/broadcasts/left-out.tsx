import type { Excluded } from '../../audiences/excluded.ts'
import type { Preview } from '../../audiences/preview.ts'
import { grouped } from '../../i18n/figures.ts'
import { isTextKey, type Language, textsIn } from '../../i18n/texts.ts'

type Shown = { readonly language: Language; readonly audience: Preview }

/** Whom an audience leaves out and why, and what of it stands on facts that are not of today. */
export function LeftOut({ language, audience: { excluded, stale, notCurrent } }: Shown) {
  const say = textsIn(language)
  return (
    <>
      {stale === 0 ? null : <p class="hint">{say('console:estimate.stale', { count: grouped(stale) })}</p>}
      {notCurrent === 0 ? null : (
        <p class="warn">{say('console:gap.not-current', { count: grouped(notCurrent) })}</p>
      )}
      {excluded.length === 0 ? null : (
        <>
          <h3>{say('console:excluded.title')}</h3>
          <ul>
            {excluded.map((one) => (
              <li>{lineOf(language, one)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

// What holds of them instead is said in the words of the form's own choices.
const ROOM_OF_VALUE = { outcome: 'outcome', ledger: 'ledger-filter', language: 'language' } as const

function lineOf(language: Language, { because, value, persons }: Excluded): string {
  const say = textsIn(language)
  const count = grouped(persons)
  if (because === 'stage' || because === 'change' || because === 'stale')
    return say(`console:excluded.${because}`, { count })
  const key = `console:${ROOM_OF_VALUE[because]}.${value ?? ''}`
  return say(`console:excluded.${because}`, { count, value: isTextKey(key) ? say(key) : (value ?? '') })
}
