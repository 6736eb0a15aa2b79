import type { Language } from '../../i18n/texts.ts'
import type { Household } from '../../register/household.ts'
import { findHouseholdsByAddress } from '../../register/finding/look-up.ts'
import { PERSONAS, type PersonaId as RegisteredId } from '../../register/sample/personas.ts'
import type { Services } from '../../services.ts'

export type PersonaId = RegisteredId | 'stranger'

/** One whose telephone the demo lends out. The telephone stays on the server: pages know the id alone. */
export type Persona = {
  readonly id: PersonaId
  readonly language: Language
  /** E.164. */
  readonly telephone: string
  /** As the register has it; null for the stranger. */
  readonly household: Household | null
}

/** In a range that no operator gives out, and on no sample register. */
const STRANGER: Persona = { id: 'stranger', language: 'zh-CN', telephone: '+8610000009999', household: null }

/** The demo's telephones: the sample's households that are on the register, and a stranger's. */
export async function personas(services: Pick<Services, 'store' | 'vault'>): Promise<readonly Persona[]> {
  const found = await Promise.all(
    PERSONAS.map(async ({ id, telephone }) => {
      const [household] = await findHouseholdsByAddress(services, telephone)
      if (household === undefined) return []
      return [{ id, language: household.language ?? 'zh-CN', telephone, household } satisfies Persona]
    }),
  )
  return [...found.flat(), STRANGER]
}
