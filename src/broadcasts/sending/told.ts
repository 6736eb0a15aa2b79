import type { Services } from '../../services.ts'
import { statement } from '../../storage/store.ts'

const AT_ONCE = 500

// Oldest first: what is still on its way, or unknown for good, is passed over.
const SETTLED = `select d.rowid as id from broadcast_deliveries d left join outbox o on o.id = d.outbox_id
  where d.to_tell is not null and (o.id is null or o.state in ('sent', 'delivered', 'failed', 'cancelled'))
  limit ${AT_ONCE}`

const SENT_ON = `date(o.settled_at, '+8 hours')`
const TOLD = `insert into ledger (person_id, programme, school_year, state, told_on)
  select p.id, d.programme, cast(substr(${SENT_ON}, 1, 4) as integer) - (substr(${SENT_ON}, 6) < '09-01'), 'told', ${SENT_ON}
  from json_each(?1) settled cross join broadcast_deliveries d on d.rowid = settled.value
  join outbox o on o.id = d.outbox_id and o.state in ('sent', 'delivered')
  join json_each(d.to_tell) about join persons p on p.id = about.value
  where true
  on conflict (person_id, programme, school_year) do update set told_on = excluded.told_on where told_on is null`
const NOTED =
  'update broadcast_deliveries set to_tell = null where rowid in (select value from json_each(?1))'

/**
 * Notes in the ledger who was told that they qualify: those whose message the provider took, on the day that it did. Nobody
 * learns more for sure of most telephones, and an office goes on with a family from there.
 */
export async function keepTold({ store }: Pick<Services, 'store'>): Promise<void> {
  for (;;) {
    const settled = await store.rows<{ id: number }>(SETTLED)
    if (settled.length === 0) return
    const ids = JSON.stringify(settled.map(({ id }) => id))
    await store.atomically([statement(TOLD, [ids]), statement(NOTED, [ids])])
    if (settled.length < AT_ONCE) return
  }
}
