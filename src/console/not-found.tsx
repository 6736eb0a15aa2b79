import { textsIn } from '../i18n/texts.ts'
import type { DeskContext } from './desk.ts'
import { framed } from './frame.tsx'
import type { MenuName } from './menu.tsx'

/** What is told of what is not there, or not in one's area: the two are told alike. */
export function notFound(c: DeskContext, here: MenuName): Promise<Response> {
  const say = textsIn(c.get('desk').language)
  return framed(
    c,
    { here, title: say('console:not-found.title'), children: <p>{say('console:not-found.text')}</p> },
    404,
  )
}
