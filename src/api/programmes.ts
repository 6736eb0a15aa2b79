import type { By } from '../determinations/refresh.ts'
import { LANGUAGES, type Language, textsIn } from '../i18n/texts.ts'
import { type Determination, determine } from '../policy/determine.ts'
import { TOPICS as PROGRAMMES_OF, type ProgrammeId } from '../policy/programmes/index.ts'
import type { Day } from '../policy/facts.ts'
import { TOPICS, type Topic } from '../understanding/types.ts'
import type { Result } from '../fault.ts'

type Listing = {
  readonly asOf: Day
  readonly plan: 'gansu-2015'
  readonly language: Language
  readonly programmes: readonly Entry[]
}

type Entry = Pick<Determination, 'kind' | 'benefit' | 'citations'> & {
  readonly id: ProgrammeId
  readonly topics: readonly Topic[]
  readonly name: string
  readonly summary: string
}

/** Every programme in policy's order, in `language` (Chinese where none is asked for), with the figures of the day. */
export function listProgrammes(asked: string | undefined, { day: asOf, book }: By): Result<Listing> {
  const language = LANGUAGES.find((known) => known === (asked ?? 'zh-CN'))
  if (language === undefined) {
    const fields = [{ path: 'language', problem: `must be one of ${LANGUAGES.join(', ')}` }]
    return { ok: false, fault: { code: 'invalid', fields } }
  }
  const text = textsIn(language)
  const programmes = determine({}, asOf, book).map(({ programme: id, kind, benefit, citations }) => ({
    id,
    kind,
    topics: topicsOf(id),
    name: text(`policy:programme.${id}.name`),
    summary: text(`policy:programme.${id}.summary`),
    benefit,
    citations,
  }))
  return { ok: true, value: { asOf, plan: 'gansu-2015', language, programmes } }
}

function topicsOf(id: ProgrammeId): Topic[] {
  const programmesOf: Readonly<Record<Topic, readonly ProgrammeId[]>> = PROGRAMMES_OF
  return TOPICS.filter((topic) => programmesOf[topic].includes(id))
}
