import type { Day } from '../policy/facts.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'

/** How often a day one contact may try to be linked, and how often one household may be tried for, whoever tries. */
export const MOST_TRIES = 5

/** The message that a try is made by. */
export type Trying = {
  readonly channel: string
  readonly address: string
  readonly providerId: string
  readonly today: Day
}

/**
 * What a contact is counted by and cut off by, under every key at hand. No index of an address: it outlives the contact,
 * who might else be forgotten and try anew.
 */
export function contactKeys(vault: Vault, address: string): readonly string[] {
  return vault.indexes('rate', `link ${address}`).map((index) => `contact:${index}`)
}

/**
 * What a try is counted by beside its contact: the name, and the day of the month that an ID number's last six begin
 * with. A try that names another day can be of nobody of a household, so that five wrong ones at a common name do not
 * shut out all who bear it; and whoever knows the day, as neighbours do, has five and no more.
 */
export function triedKeys(nameIndexes: readonly string[], lastSix: string): readonly string[] {
  return nameIndexes.map((index) => `name:${index}:${lastSix.slice(0, 2)}`)
}

/** The same of a person of the register, in SQL. */
export const TRIED_KEY = "'name:' || name_index || ':' || substr(birth_date, 9, 2)"

const ONCE = 'insert into link_tries (key, day, count) values (?1, ?2, 1)'
const COUNT = `insert into link_tries (key, day, count) select value, ?2, 1 from json_each(?1) where true
  on conflict (key, day) do update set count = count + 1`

/**
 * Spends a try, before anything is looked up by it: of any number at once, none beyond the limit is ever looked at. The
 * same message, brought again or decided anew, spends no second one. As much is written for every try.
 */
export async function spendTry(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  { channel, address, providerId, today }: Trying,
  tried: readonly string[],
): Promise<void> {
  const message = `message:${vault.index('rate', `link ${channel} ${providerId}`)}`
  const keys = [...contactKeys(vault, address), ...tried]
  // A conflict says that this message has spent its try.
  await store.atomically([statement(ONCE, [message, today]), statement(COUNT, [JSON.stringify(keys), today])])
}

/** The write that counts a name tried on a telephone of several households. */
export function countMisname({ vault }: Pick<Services, 'vault'>, address: string, today: Day): Query {
  return statement(COUNT, [JSON.stringify(misnameKeys(vault, address)), today])
}

/** How many names were tried today on a telephone of several households. */
export async function misnamesOf(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  address: string,
  today: Day,
): Promise<number> {
  const keys = JSON.stringify(misnameKeys(vault, address))
  const [row] = await store.rows<{ n: number }>(MISNAMES, [today, keys])
  return row?.n ?? 0
}

const MISNAMES = `select coalesce(max(count), 0) as n from link_tries
  where day = ?1 and key in (select value from json_each(?2))`

function misnameKeys(vault: Vault, address: string): readonly string[] {
  return contactKeys(vault, address).map((key) => `misname ${key}`)
}

/** The days before today count for nothing any more. */
export const SWEEP_TRIES = 'delete from link_tries where day < ?1'
