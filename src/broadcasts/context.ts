import type { Audience } from '../audiences/audience.ts'
import { type AudienceBy, audienceBy, toldBy } from '../audiences/by.ts'
import { LANGUAGES, type Language } from '../i18n/texts.ts'
import type { Day } from '../policy/facts.ts'
import type { Offices } from '../register/office.ts'
import { loadOffices, OFFICES_VERSION } from '../register/offices/load.ts'
import type { Services } from '../services.ts'
import type { Store } from '../storage/store.ts'
import type { Plan } from './plan.ts'
import { aboutOf, type Rest } from './rest.ts'
import { sumOf } from './texts/sum.ts'
import { readTemplate, type Template } from './texts/template.ts'
import type { Occasion } from './texts/wording.ts'

/** What the messages of a broadcast are made by on one day: read once, for page upon page of families. */
export type Context = {
  readonly audience: Audience
  /** The day, and the rules by which it is looked at who is in the audience. */
  readonly by: AudienceBy
  readonly templates: ReadonlyMap<Language, Template>
  readonly occasionIn: (county: string) => Occasion
  /** Null where the broadcast is about no programme, or its author wants no rest. */
  readonly rest: Rest | null
}

/** Reads what the messages of a plan need. `broadcastId` is empty for what is not yet stored. */
export async function contextOf(
  services: Pick<Services, 'store' | 'clock'>,
  { audience, body, restDays }: Pick<Plan, 'audience' | 'body' | 'restDays'>,
  broadcastId: string,
): Promise<Context> {
  const by = await audienceBy(services, audience)
  const { day } = by
  const programme = audience.programme ?? null
  const about = aboutOf(audience)
  const offices = await officesNow(services.store)
  const sum = programme === null ? null : sumOf(programme, toldBy(by))
  return {
    audience,
    by,
    templates: templatesOf(body),
    occasionIn: (county) => ({ day, programme, sum, entries: offices.get(county) ?? [] }),
    rest: about === null || restDays === 0 ? null : { about, since: daysBefore(day, restDays), broadcastId },
  }
}

async function officesNow(store: Store): Promise<Offices> {
  const [row] = await store.rows<{ version: number | null }>(`select ${OFFICES_VERSION} as version`)
  return loadOffices(store, row?.version ?? null)
}

function templatesOf(body: Plan['body']): ReadonlyMap<Language, Template> {
  return new Map(
    LANGUAGES.flatMap((language) => {
      const text = body[language]
      const read = text === undefined ? null : readTemplate(text)
      return read?.ok === true ? [[language, read.template] as const] : []
    }),
  )
}

const DAY_MS = 24 * 3600 * 1000

function daysBefore(day: Day, days: number): Day {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)
}
