import { previewAudience } from '../../audiences/preview.ts'
import { audienceBy } from '../../audiences/by.ts'
import type { Fault, FieldFault } from '../../fault.ts'
import type { Language } from '../../i18n/texts.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { statement } from '../../storage/store.ts'
import type { Broadcast } from '../broadcast.ts'
import { type BroadcastResult, move } from './move.ts'
import { planFaults } from '../plan.ts'

const SUBMIT = 'update broadcasts set submitted_by = ?2, submitted_at = ?3 where id = ?1'
const RETURN = 'update broadcasts set submitted_by = null, submitted_at = null where id = ?1'

/** Lays a draft before whoever may approve it. Faults: those of `move`, invalid (a language of its families is missing). */
export function submitBroadcast(
  services: Services,
  actor: Actor,
  id: string,
  version?: number,
): Promise<BroadcastResult> {
  const against = (broadcast: Broadcast) => notReady(services, actor, broadcast)
  const writes = () => [statement(SUBMIT, [id, actor.name, services.clock().toISOString()])]
  return move(
    services,
    actor,
    id,
    { verb: 'submit', allowed: ['broadcasts.write'], against, writes },
    version,
  )
}

/** Gives what was submitted back to its author, to be revised. */
export function returnBroadcast(
  services: Services,
  actor: Actor,
  id: string,
  version?: number,
): Promise<BroadcastResult> {
  const writes = () => [statement(RETURN, [id])]
  return move(services, actor, id, { verb: 'return', allowed: ['broadcasts.approve'], writes }, version)
}

/** What stands against sending a broadcast as it is: what is wrong by now, and languages that its families read and that are missing. */
export async function notReady(
  services: Services,
  actor: Actor,
  broadcast: Broadcast,
): Promise<Fault | null> {
  const faults = planFaults(
    actor,
    broadcast,
    services.clock(),
    await audienceBy(services, broadcast.audience),
  )
  if (faults.length > 0) return { code: 'invalid', fields: faults }
  const previewed = await previewAudience(services, actor, broadcast.audience)
  if (!previewed.ok) return previewed.fault
  const fields = missingTexts(broadcast, previewed.preview.reach)
  return fields.length === 0 ? null : { code: 'invalid', fields }
}

const NAMES: Readonly<Record<Language, string>> = { 'zh-CN': 'Chinese', bo: 'Tibetan' }

function missingTexts(
  { body }: Broadcast,
  reach: readonly { readonly language: Language; readonly messages: number }[],
): readonly FieldFault[] {
  const readers = new Map<Language, number>()
  for (const { language, messages } of reach)
    if (body[language] === undefined) readers.set(language, (readers.get(language) ?? 0) + messages)
  return [...readers]
    .filter(([, count]) => count > 0)
    .map(([language, count]) => ({
      path: `body.${language}`,
      problem: `is missing, and ${count} of the families read ${NAMES[language]}`,
      told: { code: 'families-read-it', params: { count } },
    }))
}
