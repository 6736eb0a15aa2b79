import { renderRest } from '../../conversation/rendering/render.ts'
import type { Channel, Outcome } from '../../conversation/turn.ts'
import type { Language } from '../../i18n/texts.ts'

/** What was sent, in words, and what waits behind "more", a page each; none for silence. `language`: of the message. */
export function pagesOf(
  { replies, session }: Outcome,
  words: string,
  { language, channel }: { readonly language: Language; readonly channel: Channel },
): readonly string[] {
  if (replies.length === 0) return []
  const pages = [words]
  for (let rest = session.rest; rest !== null; ) {
    const page = renderRest(rest, session.language ?? language, channel)
    pages.push(page.text)
    rest = page.rest
  }
  return pages
}
