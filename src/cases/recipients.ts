import type { Channel } from '../conversation/turn.ts'
import type { Language } from '../i18n/texts.ts'
import { LANGUAGE_OF_CONTACT } from '../register/contact-language.ts'
import type { Services } from '../services.ts'
import { placeOfContact } from '../privacy/places.ts'

/** Whom an answer in a case goes to: one for each telephone that asked. */
export type Recipient = {
  readonly contactId: string
  readonly channel: Channel
  readonly address: string
  readonly language: Language
  readonly reference: string
  readonly stopped: boolean
}

type Row = Omit<Recipient, 'stopped' | 'address'> & {
  readonly stopped: number
  readonly sealedAddress: string
}

// The language asked for, else that of the last message, else the register's.
const OF_CASE = `select c.id as contactId, c.channel, c.sealed_address as sealedAddress, c.stopped, k.reference,
    coalesce(${LANGUAGE_OF_CONTACT}, h.language, 'zh-CN') as language
  from cases k join contacts c on c.id = k.contact_id left join households h on h.id = k.household_id
  where k.id = ?1 or k.part_of = ?1 order by k.id`

/** The telephones behind a case; none for a report that belongs to nobody. */
export async function recipientsOf(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  caseId: string,
): Promise<readonly Recipient[]> {
  const rows = await store.rows<Row>(OF_CASE, [caseId])
  return Promise.all(
    rows.map(async ({ sealedAddress, stopped, ...row }) => ({
      ...row,
      stopped: stopped === 1,
      address: await vault.open(sealedAddress, placeOfContact(row.contactId)),
    })),
  )
}
