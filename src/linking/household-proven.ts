import { ageOn } from '../policy/age.ts'
import type { Day } from '../policy/facts.ts'
import { linkIndexes, nameIndexes } from '../register/finding/link-key.ts'
import { SHELVES } from '../register/finding/shelves.ts'
import type { Services } from '../services.ts'
import type { Proof } from '../understanding/proof/read-proof.ts'
import { contactKeys, MOST_TRIES, spendTry, TRIED_KEY, triedKeys, type Trying } from './tries.ts'

/** From this age on a person's number shows that one belongs to the household: children's are known at every school. */
const ADULT_FROM = 18

type Candidate = {
  readonly decoy: string | null
  readonly household: string | null
  readonly person: string | null
  readonly birthDate: Day | null
  readonly missingSince: string | null
}

// One row even where nobody is meant. By name and proof together: the wrong end of a common name's number is found
// missing as fast as a name that nobody has.
const CANDIDATES = `select (select max(id) from households) as decoy,
    p.household_id as household, p.id as person, p.birth_date as birthDate, p.missing_since as missingSince
  from (select 1) left join (select p.* from ${SHELVES} s cross join json_each(?1) g
    cross join persons p on p.shelf = s.shelf and p.name_index = g.value ->> 0 and p.link_index = g.value ->> 1) p
  limit 3`

type Counted = {
  readonly byContact: number
  readonly alike: number
  readonly atHousehold: number
  readonly isLocked: number
}

const COUNTED = `select
    coalesce((select max(count) from link_tries
      where day = ?1 and key in (select value from json_each(?2))), 0) as byContact,
    coalesce((select max(count) from link_tries
      where day = ?1 and key in (select value from json_each(?4))), 0) as alike,
    coalesce((select sum(count) from link_tries
      where day = ?1 and key in (select ${TRIED_KEY} from persons where household_id = ?3)), 0) as atHousehold,
    exists (select 1 from link_locks
      where household_id = ?3 and contact_key in (select value from json_each(?2))) as isLocked`

/** A household, and the person of it whose number showed that. */
type Proven = { readonly household: string; readonly person: string }

/**
 * The one household that a proof is of, by an adult whom the register still names; null where the proof is wrong or of
 * nobody, of a child, of two households, or where contact or household has spent its tries or the household has cut the
 * contact off. All that is null comes of the same statements and digests in the same order, a decoy household standing in
 * where none is found, so that how long it takes tells no more than the answer does.
 */
export async function householdProven(
  services: Pick<Services, 'store' | 'vault'>,
  trying: Trying,
  { names, lastSix }: Proof,
): Promise<Proven | null> {
  const { store, vault } = services
  const nameKeys = names.map((name) => nameIndexes(vault, name))
  const proofs = names.flatMap((name, at) =>
    linkIndexes(vault, name, lastSix).map((link, key) => [nameKeys[at]?.[key] ?? '', link]),
  )
  const tried = triedKeys([...new Set(nameKeys.flat())], lastSix)
  await spendTry(services, trying, tried)

  const candidates = await store.rows<Candidate>(CANDIDATES, [JSON.stringify(proofs)])
  const found = [...new Set(candidates.flatMap(({ household }) => household ?? []))]
  const adult = candidates.find((one) => isAdultOf(one, trying.today))
  const [meant = candidates[0]?.decoy ?? ''] = found
  const keys = JSON.stringify(contactKeys(vault, trying.address))
  const [counted] = await store.rows<Counted>(COUNTED, [trying.today, keys, meant, JSON.stringify(tried)])

  if (counted === undefined || counted.isLocked === 1) return null
  // A record's birth date may be another than its ID number's: tries like this one count whatever it says.
  const isWithin = [counted.byContact, counted.alike, counted.atHousehold].every((n) => n <= MOST_TRIES)
  const person = adult?.person ?? null
  return found.length === 1 && isWithin && person !== null ? { household: meant, person } : null
}

function isAdultOf({ household, birthDate, missingSince }: Candidate, today: Day): boolean {
  if (household === null || birthDate === null || missingSince !== null) return false
  return ageOn(birthDate, today) >= ADULT_FROM
}
