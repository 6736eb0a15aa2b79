import { alikesOf } from '../labelling/keep.ts'
import { contactKeys } from '../linking/tries.ts'
import { parseOutgoing } from '../outbox/outgoing.ts'
import { saidBy } from '../register/importing/json-rows.ts'
import { statement } from '../storage/store.ts'
import { moved, moveWrites, type MovesOf } from './moves.ts'

const STANDS = `select c.id, c.address_index as stands from json_each(?1) k join contacts c on c.id = k.value`
const LOCKS =
  'select distinct contact_key as key from link_locks where contact_key in (select value from json_each(?1))'

/** A contact's own index, and the key by which it was cut off from households. */
export const movesOfContacts: MovesOf = async ({ store, vault }, rows) => {
  const addresses = new Map(rows.map(({ key: [id], plain }) => [String(id), plain]))
  const keys = rows.map(({ plain }) => contactKeys(vault, plain))
  const [stands, locks] = await Promise.all([
    store.rows<{ id: string; stands: string }>(STANDS, [JSON.stringify([...addresses.keys()])]),
    store.rows<{ key: string }>(LOCKS, [JSON.stringify(keys.flatMap(([, ...before]) => before))]),
  ])
  const contacts = stands.flatMap(({ id, stands }) =>
    moved(id, stands, vault.indexes('address', addresses.get(id) ?? '')),
  )
  const locked = new Set(locks.map(({ key }) => key))
  const cut = keys.flatMap(([now, ...before]) =>
    before.filter((key) => locked.has(key)).flatMap((key) => moved(key, key, [now ?? key, key])),
  )
  return {
    count: contacts.length + cut.length,
    writes: [
      ...moveWrites('contacts', 'address_index', 'id', contacts),
      ...moveWrites('link_locks', 'contact_key', 'contact_key', cut, 'replace'),
    ],
  }
}

/** Where a message in the outbox goes: sealed and indexed in one write, under one key. */
export const movesOfOutbox: MovesOf = async ({ vault }, rows) => {
  const moves = rows.flatMap(({ key: [id], plain }) => {
    const [now = '', ...before] = vault.indexes('address', parseOutgoing(plain).address)
    return before.flatMap((was) => moved(String(id), was, [now, was]))
  })
  return { count: moves.length, writes: moveWrites('outbox', 'address_index', 'id', moves) }
}

/** A sentence that was not understood; one heard again under the current key is one with it. */
export const movesOfSentences: MovesOf = async ({ vault }, rows) => {
  const moves = rows.flatMap(({ key: [id], plain }) => {
    const [now = '', ...before] = alikesOf(vault, plain)
    return before.flatMap((was) => moved(String(id), was, [now, was]))
  })
  const said = [JSON.stringify(moves)]
  return {
    count: moves.length,
    writes: [
      ...(moves.length === 0 ? [] : [statement(FOLD, said), statement(FOLDED, said)]),
      ...moveWrites('misunderstandings', 'alike', 'id', moves),
    ],
  }
}

const OTHER = `said join misunderstandings old on old.id = item ->> 0 and old.alike = item ->> 1`
const FOLD = `${saidBy(1)} update misunderstandings as kept set times = kept.times + old.times,
    received_on = min(kept.received_on, old.received_on), last_on = max(kept.last_on, old.last_on),
    label_topic = case when kept.label_intent is null then old.label_topic else kept.label_topic end,
    label_intent = coalesce(kept.label_intent, old.label_intent),
    labelled_by = coalesce(kept.labelled_by, old.labelled_by),
    labelled_at = coalesce(kept.labelled_at, old.labelled_at)
  from ${OTHER} where kept.alike = item ->> 2`
const FOLDED = `${saidBy(1)} delete from misunderstandings where id in
  (select old.id from ${OTHER} join misunderstandings kept on kept.alike = item ->> 2)`
