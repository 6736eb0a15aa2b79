import { openTestStore } from '#platform'
import { beforeEach, describe, expect, it } from 'vitest'
import { linkAudit } from '../../src/audit/chain.ts'
import { auditWrite } from '../../src/audit/entry.ts'
import { verifyAudit } from '../../src/audit/verify.ts'
import type { Services } from '../../src/services.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import { statement } from '../../src/storage/store.ts'
import { testServices } from './services.ts'

const ACTOR = tokenActor('li')
let services: Services

async function deeds(count: number): Promise<void> {
  for (let at = 0; at < count; at++)
    await services.store.atomically([
      auditWrite(services, ACTOR, { action: 'case.read', subject: `c${at}`, place: { county: '621223' } }),
    ])
}

async function meddle(sql: string): Promise<void> {
  await services.store.atomically([statement(sql)])
}

describe('the audit log', () => {
  beforeEach(async () => {
    services = await testServices(await openTestStore())
  })

  it('is intact with nothing in it', async () => {
    expect(await verifyAudit(services)).toEqual({
      intact: true,
      entries: 0,
      head: null,
      broken: null,
      loose: 0,
    })
  })

  it('is intact as it was written, and tells what is not yet tied', async () => {
    await deeds(5)
    await linkAudit(services)
    await deeds(2)
    expect(await verifyAudit(services)).toMatchObject({ intact: true, entries: 5, loose: 2 })
    await linkAudit(services)
    expect(await verifyAudit(services)).toMatchObject({ intact: true, entries: 7, loose: 0 })
  })

  it('is tied once where two tie it at the same time', async () => {
    await deeds(6)
    await Promise.all([linkAudit(services), linkAudit(services), linkAudit(services)])
    expect(await verifyAudit(services)).toMatchObject({ intact: true, entries: 6, loose: 0 })
  })

  it.each([
    ["update audit_entries set actor = 'wang' where subject = 'c2'", 3, 'altered'],
    ["update audit_entries set at = '2020-01-01' where subject = 'c0'", 1, 'altered'],
    ["delete from audit_entries where subject = 'c3'", 4, 'missing'],
    ['delete from audit_links where seq = 2', 3, 'out-of-order'],
    ["update audit_links set hash = 'x' where seq = 5", 5, 'altered'],
  ] as const)('shows where it was meddled with: %s', async (sql, seq, how) => {
    await deeds(6)
    await linkAudit(services)
    await meddle(sql)
    expect(await verifyAudit(services)).toMatchObject({ intact: false, broken: { seq, how } })
  })

  it('shows an end that was cut off, against a head kept elsewhere', async () => {
    await deeds(4)
    await linkAudit(services)
    const { head } = await verifyAudit(services)
    await meddle('delete from audit_entries where subject = "c3"'.replaceAll('"', "'"))
    await meddle('delete from audit_links where seq = 4')
    expect(await verifyAudit(services)).toMatchObject({ intact: true, entries: 3 })
    expect(await verifyAudit(services, head)).toMatchObject({
      intact: false,
      broken: { seq: 4, how: 'missing' },
    })
  })
})
