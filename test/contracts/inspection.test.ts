import { beforeAll, describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import { openTestStore, PLATFORM } from '#platform'
import { verifyAudit } from '../../src/audit/verify.ts'
import { linkAudit } from '../../src/audit/chain.ts'
import { exportEvaluation } from '../../src/inspection/export-evaluation.ts'
import { exportSample } from '../../src/inspection/export-sample.ts'
import type { File } from '../../src/inspection/package.ts'
import { readSamplePlan } from '../../src/inspection/sample-plan.ts'
import type { Outcome } from '../../src/policy/determination.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { statement } from '../../src/storage/store.ts'
import { signedInAs } from './desk.ts'
import { importPersonas, testServices } from './services.ts'
import { send } from './telephones.ts'

const INSPECTOR = { name: 'wang', role: 'inspector', area: PROVINCE } as const
const DANGCHANG = { code: '621223', township: null }
const MAQU = { code: '623025', township: null }
const MOTHER = '+8612900000001'
const ID_NUMBER = '62262919880101002X'

let services: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  services = await testServices(await openTestStore())
  await importPersonas(services)
  await send(services, MOTHER, `娃娃上幼儿园能免多少钱 ${ID_NUMBER} 13812345678`)
  await send(services, MOTHER, '=1+1')
})

async function sampleOf(said: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const read = readSamplePlan(said, '2026-11-18')
  if (!read.ok) return expect.unreachable()
  const exported = await exportSample(services, INSPECTOR, read.plan, 'zh-CN')
  return exported.ok ? textsOf(exported.files) : expect.unreachable()
}

function textsOf(files: readonly File[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]))
}

type Manifest = {
  readonly persons: number
  readonly strata: readonly { readonly outcome: Outcome; readonly size: number; readonly drawn: number }[]
}

function manifestOf(files: ReadonlyMap<string, string>): Manifest {
  return JSON.parse(files.get('manifest.json') ?? '') as Manifest
}

function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').trim().split('\r\n').slice(1)
}

describe(`a sample for inspection on ${PLATFORM}`, () => {
  it('is the same again under the same seed, but for when it was drawn', async () => {
    const once = await sampleOf({ seed: '2026下半年' })
    services.moveClock(60_000)
    const again = await sampleOf({ seed: '2026下半年' })
    expect(again.get('sample.csv')).toBe(once.get('sample.csv'))
    expect(again.get('reasons.csv')).toBe(once.get('reasons.csv'))
    expect(once.get('sample.csv')).not.toBe((await sampleOf({ seed: 'other' })).get('sample.csv'))
  })

  it('has of each county, programme and outcome as many as were asked for, or all that there are', async () => {
    const files = await sampleOf({ seed: 's', eligible: '3', unknown: '0', ineligible: '1' })
    const { strata, persons } = manifestOf(files)
    const each = { eligible: 3, unknown: 0, ineligible: 1 } as const
    let drawn = 0
    for (const stratum of strata) {
      expect(stratum.drawn).toBe(Math.min(stratum.size, each[stratum.outcome]))
      drawn += stratum.drawn
    }
    const [counted] = await services.store.rows<{ count: number }>('select count(*) as count from persons')
    expect(persons).toBe(counted?.count)
    expect(linesOf(files.get('sample.csv'))).toHaveLength(drawn)
  })

  it('tells each reason with its clause, and what was said, and no name, ID number or telephone', async () => {
    const files = await sampleOf({ seed: 's', area: '621223', eligible: '100' })
    expect(files.get('reasons.csv')).toContain('建档立卡户')
    const messages = files.get('messages.csv') ?? ''
    expect(messages).toContain('娃娃上幼儿园能免多少钱 ***')
    expect(messages).toContain('1000')
    expect(messages).toContain("'=1+1")
    const all = [...files.values()].join('\n')
    for (const hidden of [ID_NUMBER, '13812345678', MOTHER, MOTHER.slice(3)])
      expect(all).not.toContain(hidden)
  })

  it('is of the area alone', async () => {
    const files = await sampleOf({ seed: 's', area: '623025' })
    for (const line of linesOf(files.get('sample.csv'))) expect(line).toMatch(/^玛曲县,/)
  })

  it.each([
    { actor: { ...INSPECTOR, role: 'operator' } as const, code: 'forbidden' },
    { actor: { ...INSPECTOR, area: MAQU }, code: 'not-found' },
  ])('is refused to whom it is not allowed: $code', async ({ actor, code }) => {
    const read = readSamplePlan({ seed: 's', area: '621223' }, '2026-11-18')
    if (!read.ok) return expect.unreachable()
    expect(await exportSample(services, actor, read.plan, 'zh-CN')).toEqual({ ok: false, fault: { code } })
    expect(await exportEvaluation(services, actor, DANGCHANG, 'zh-CN')).toEqual({
      ok: false,
      fault: { code },
    })
  })

  it('stands in the audit, and the seed does not', async () => {
    await sampleOf({ seed: 'nobody knows it' })
    await linkAudit(services)
    expect(await verifyAudit(services)).toMatchObject({ intact: true })
    const entries = await services.store.rows<{ detail: string }>(
      "select detail from audit_entries where action = 'inspection.sample' and actor = 'wang'",
    )
    expect(entries.length).toBeGreaterThan(0)
    expect(JSON.stringify(entries)).not.toContain('nobody')
  })

  it('is taken from the desk as a ZIP, by whoever may and nobody else', async () => {
    const inspector = await signedInAs(services, 'li.inspector', 'inspector', DANGCHANG)
    const response = await inspector.post('/console/inspection/sample', { area: '621223', seed: 's' })
    expect(response.headers.get('content-type')).toBe('application/zip')
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(files)).toEqual(['sample.csv', 'reasons.csv', 'messages.csv', 'manifest.json'])
    expect((await inspector.post('/console/inspection/sample', { area: '623025', seed: 's' })).status).toBe(
      404,
    )
    expect((await inspector.post('/console/inspection/sample', { area: '621223' })).status).toBe(422)
    expect((await inspector.post('/console/inspection/evaluation', { area: '623025' })).status).toBe(404)
    expect((await inspector.post('/console/inspection/evaluation', { area: '621223' })).status).toBe(200)
    const operator = await signedInAs(services, 'li.operator', 'operator', DANGCHANG)
    expect((await operator.post('/console/inspection/sample', { area: '621223', seed: 's' })).status).toBe(
      403,
    )
  })
})

describe(`counts for an evaluation on ${PLATFORM}`, () => {
  it('show no group that is small, and no more of a county than its persons', async () => {
    const [home] = await services.store.rows<{ id: string }>(
      "select id from households where county = '621223' limit 1",
    )
    // Fourteen more who all qualify, two of whom applied: the two are told of by neither line.
    await services.store.atomically([
      statement(
        `insert into persons (id, household_id, number_index, birth_date, stage, taken_on)
          select 'p' || value, ?1, 'n' || value, '2009-05-01', 'secondary-vocational', '2026-09-01'
          from json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14]')`,
        [home?.id ?? ''],
      ),
      statement(
        `insert into ledger (person_id, programme, school_year, state) values
          ('p1', 'secondary-vocational-grant', 2026, 'applied'), ('p2', 'secondary-vocational-grant', 2026, 'applied')`,
      ),
    ])
    const exported = await exportEvaluation(services, INSPECTOR, DANGCHANG, 'zh-CN')
    if (!exported.ok) return expect.unreachable()
    const lines = linesOf(textsOf(exported.files).get('evaluation.csv'))
    const grants = lines.filter((line) => line.includes(',secondary-vocational-grant,'))
    expect(grants.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).toMatch(/,(?:不写|\d{2,})$/)
    expect(grants.filter((line) => line.endsWith('不写')).length).toBeGreaterThan(1)
  })
})
