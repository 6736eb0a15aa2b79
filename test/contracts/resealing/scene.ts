import { expect } from 'vitest'
import { invite } from '../../../src/console/sign-in/invites.ts'
import { correctPerson } from '../../../src/register/corrections/correct-person.ts'
import { correctStanding, standingsText } from '../../../src/register/corrections/correct-standing.ts'
import { loadHousehold } from '../../../src/register/finding/look-up.ts'
import { importLedger } from '../../../src/register/ledger/import.ts'
import { takeBackLinks } from '../../../src/linking/staff-links.ts'
import { createBroadcast } from '../../../src/broadcasts/life/create.ts'
import { approveBroadcast } from '../../../src/broadcasts/life/approve.ts'
import type { Services } from '../../../src/services.ts'
import { tokenActor } from '../../../src/staff/actor.ts'
import { PROVINCE } from '../../../src/staff/area.ts'
import { statement } from '../../../src/storage/store.ts'
import { placeOfMark } from '../../../src/uploads/mark.ts'
import { importFamilies, proofOf } from '../../linking/register.ts'
import { PASSWORD, signedInAs, totp } from '../desk.ts'
import { handIn, work } from '../in-steps.ts'
import { send } from '../telephones.ts'
import { PLAN } from '../broadcasts/plan.ts'

const FATHER = { name: '张卫国', birthDate: '1984-05-02', serial: 7 }
const CHILD = { name: '张小明', birthDate: '2021-10-05', serial: 9, relation: '之子' } as const
const HERDER = { name: '才让吉', birthDate: '1980-02-14', serial: 10 }
const HERDERS_CHILD = { name: '旦增', birthDate: '2021-08-22', serial: 11, relation: '之子' } as const

export const RECORDED = '+8612900000001'
export const HERDERS = '+8612900000002'
export const LINKED = '+8612900009999'
export const CUT_OFF = '+8612900009998'
export const STOPPED = '+8612900009997'
export const ADMIN = { name: 'admin', role: 'province-administrator', area: PROVINCE } as const
const PLAN_HERE = {
  ...PLAN,
  audience: { county: '621223' },
  body: { 'zh-CN': '请看通知。', bo: 'བརྡ་ཐོ་གཟིགས་རོགས།' },
}

/** Makes something of everything that is sealed; the backup codes of a member of staff. */
export async function fill(services: Services): Promise<readonly string[]> {
  await importFamilies(services, [
    { telephone: RECORDED.slice(3), persons: [FATHER, CHILD] },
    { telephone: HERDERS.slice(3), language: '藏语', persons: [HERDER, HERDERS_CHILD] },
  ])
  await talk(services)
  await officeWork(services)
  await files(services)
  await services.store.atomically([statement(`insert into sign_in_failures (key, count) values ('x', 1)`)])
  return secondFactor(services)
}

async function talk(services: Services): Promise<void> {
  await send(services, RECORDED, '登记错了')
  await send(services, RECORDED, '女儿写成了儿子')
  await send(services, LINKED, proofOf(FATHER))
  await send(services, HERDERS, '校服钱谁出')
  await send(services, HERDERS, '不是这个意思')
  await send(services, STOPPED, '停止')
  await send(services, CUT_OFF, proofOf(HERDER))
  const [herders] = await services.store.rows<{ household: string }>(
    "select household_id as household from contact_households where shown in (select id from persons where household_id in (select id from households where language = 'bo'))",
  )
  await takeBackLinks(services, ADMIN, herders?.household ?? '')
}

async function officeWork(services: Services): Promise<void> {
  const [row] = await services.store.rows<{ household: string; person: string }>(
    `select household_id as household, id as person from persons where birth_date = '${CHILD.birthDate}'`,
  )
  const { household, person } = row ?? expect.unreachable()
  const why = '户口簿上是这个字'
  const values = { household, person, values: { name: '张晓明' }, were: { name: CHILD.name }, why }
  expect(await correctPerson(services, ADMIN, values)).toMatchObject({ ok: true })
  const read = (await loadHousehold(services, household)) ?? expect.unreachable()
  const were = standingsText(read.standings)
  const standing = { household, standing: 'monitored', from: '2026-10-02', were, why }
  expect(await correctStanding(services, ADMIN, standing)).toMatchObject({ ok: true })
  const ledger =
    '姓名,户编号,项目,学年,状态,日期,原因\n张卫国,6212230001000000,preschool-fee-waiver,2026学年,退回,2026/10/8,缺少户口本\n'
  const source = { name: 'ledger.csv', digest: 'd', open: () => bytesOf(ledger) }
  expect(await importLedger(services, source, { by: 'test' })).toMatchObject({ ok: true })
  const drafted = await createBroadcast(services, tokenActor('li'), PLAN_HERE)
  if (!drafted.ok) return expect.unreachable()
  await approveBroadcast(services, tokenActor('wang'), drafted.value.id)
  await invite(services, ADMIN, { username: 'new.one', name: 'New', role: 'operator', area: PROVINCE })
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text)
}

async function files(services: Services): Promise<void> {
  const file = new File(['县,户编号,人编号,姓名\n宕昌县,H1,P1,王强\n不知何处,H2,P2,李强\n'], 'register.csv')
  const id = await handIn(services, 'register', file, '2026-10-01')
  await work(services, Number.POSITIVE_INFINITY)
  const mark = await services.vault.seal('{}', placeOfMark(id))
  await services.store.atomically([statement('update uploads set sealed_mark = ?1', [mark])])
}

async function secondFactor(services: Services): Promise<readonly string[]> {
  const browser = await signedInAs(services, 'li.juan', 'operator', PROVINCE)
  const page = await (await browser.post('/console/account/second-factor', { password: PASSWORD })).text()
  const [secret = '', ...codes] = [...page.matchAll(/<code[^>]*>([^<]+)<\/code>/g)].map(
    ([, code]) => code ?? '',
  )
  await browser.post('/console/account/second-factor/confirm', { code: await totp(secret) })
  return codes
}
