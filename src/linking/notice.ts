import { LANGUAGES, type Language, textsIn } from '../i18n/texts.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { parseSealed, placeOfHousehold } from '../register/sealed.ts'
import type { Services } from '../services.ts'
import type { Query } from '../storage/store.ts'
import { UNDO_DAYS } from './undo.ts'

type Row = { readonly id: string; readonly sealed: string; readonly language: Language | null }

const HOUSEHOLDS = 'select id, sealed, language from households where id in (select value from json_each(?1))'

type Known = { readonly id: string; readonly stopped: number; readonly language: Language | null }

// The language asked for, else that of the last message.
const CONTACT = `select id, stopped, coalesce(language,
    (select m.language from messages m where m.contact_id = c.id and m.language is not null order by m.id desc limit 1)) as language
  from contacts c where address_index in (select value from json_each(?1))`

/** What the telephone on record is sent once another was linked: never which one. In both languages where none is known. */
function noticeText(language: Language | null): string {
  const languages = language === null ? LANGUAGES : [language]
  return languages
    .map((one) => {
      const words = textsIn(one)
      return words('conversation:link.notice', {
        days: UNDO_DAYS,
        undo: words('conversation:word.undo-links'),
      })
    })
    .join('\n')
}

/**
 * The writes that send the telephones on these households' records, each once, the notice that another was linked; not
 * the one that was linked, and none that said stop. A household without a telephone has nobody to tell: staff see its links.
 */
export async function noticeWrites(
  services: Services,
  households: readonly string[],
  linked: string,
  now: Date,
): Promise<Query[]> {
  const rows = await services.store.rows<Row>(HOUSEHOLDS, [JSON.stringify(households)])
  const opened = await Promise.all(rows.map((row) => telephonesOf(services, row)))
  const languages = new Map(opened.flat())
  languages.delete(linked)
  const notices = await Promise.all(
    [...languages].map(async ([address, recorded]) => {
      const known = await contactAt(services, address)
      if (known?.stopped === 1) return []
      const text = noticeText(known?.language ?? recorded)
      const contactId = known?.id ?? null
      return [{ channel: 'sms' as const, kind: 'notice' as const, contactId, address, spoken: { text } }]
    }),
  )
  return enqueue(services, notices.flat(), now)
}

async function telephonesOf({ vault }: Services, { id, sealed, language }: Row) {
  const { telephones } = parseSealed(await vault.open(sealed, placeOfHousehold(id)))
  return telephones.map((telephone) => [telephone, language] as const)
}

async function contactAt({ store, vault }: Services, address: string): Promise<Known | undefined> {
  const [known] = await store.rows<Known>(CONTACT, [JSON.stringify(vault.indexes('address', address))])
  return known
}
