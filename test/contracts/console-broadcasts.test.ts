import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { listBroadcasts } from '../../src/broadcasts/list.ts'
import type { Services } from '../../src/services.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import type { Role } from '../../src/staff/permissions.ts'
import { type Browser, signedInAs } from './desk.ts'
import { importPersonas, testServices } from './services.ts'

const HOME = { code: '621223', township: null }
const FORM = {
  name: '中职助学金还没申请的',
  county: '621223',
  programme: 'secondary-vocational-grant',
  ledger: 'not-applied',
  per: 'household',
  zh: '{{child}}可以申请{{programme}}，每学年{{sum}}元。',
  bo: '{{child}}ལ་{{programme}}ཞུ་ཆོག ལོ་རེར་སྒོར་{{sum}}',
  restDays: '7',
}

let services: Services

function signedIn(name: string, role: Role): Promise<Browser> {
  return signedInAs(services, name, role, HOME)
}

/** The draft that was made, as its page's address ends. */
async function draft(operator: Browser): Promise<string> {
  const made = await operator.post('/console/broadcasts/new', { ...FORM, do: 'keep' })
  expect(made.status).toBe(303)
  return made.headers.get('location')?.split('/').at(-1) ?? ''
}

async function stateOf(id: string): Promise<string | undefined> {
  const { broadcasts } = await listBroadcasts(services, tokenActor('test'), { limit: 10 })
  return broadcasts.find((one) => one.id === id)?.state
}

describe(`a broadcast at the desk on ${PLATFORM}`, () => {
  beforeEach(async () => {
    services = await testServices(await openTestStore())
    await importPersonas(services)
  })

  it('is counted before it is kept, with a sample that says why each family is in', async () => {
    const operator = await signedIn('operator', 'operator')
    const page = await (await operator.post('/console/broadcasts/new', { ...FORM, do: 'count' })).text()
    expect(page).toContain('发之前算一算')
    expect(page).toContain('看十户，为什么在里面')
    expect((await listBroadcasts(services, tokenActor('test'), { limit: 10 })).broadcasts).toEqual([])
  })

  it('is measured while it is written: each text by its signs, the room they have and segments, and kept nowhere', async () => {
    const operator = await signedIn('operator', 'operator')
    const texts = { zh: '中'.repeat(71), bo: 'Hello' }
    const answer = await operator.post('/console/broadcasts/measure', { ...FORM, ...texts })
    const parts = await answer.text()
    expect(answer.status).toBe(200)
    expect(parts).toContain('71 个字符 · 一条最多 67 个 · 计费 2 条')
    expect(parts).toContain('5 个字符 · 一条最多 160 个 · 计费 1 条')
    expect((await listBroadcasts(services, tokenActor('test'), { limit: 10 })).broadcasts).toEqual([])
  })

  it('shows on a telephone what was written, as text, and by no measure the name of a child', async () => {
    const operator = await signedIn('operator', 'operator')
    const zh = '<b>{{child}}</b>可以申请{{programme}}'
    for (const [path, more] of [
      ['measure', {}],
      ['new', { do: 'count' }],
    ] as const) {
      const page = await (await operator.post(`/console/broadcasts/${path}`, { ...FORM, ...more, zh })).text()
      expect(page, path).toMatch(/<p lang="zh-CN">&lt;b&gt;○+&lt;\/b&gt;可以申请中职助学金<\/p>/)
    }
  })

  it("counts a line's end once, though a browser posts two signs for it, and calls it no waste", async () => {
    const operator = await signedIn('operator', 'operator')
    const answer = await operator.post('/console/broadcasts/measure', { zh: '通知\r\n明天' })
    const parts = await answer.text()
    expect(parts).toContain('5 个字符 · 一条最多 70 个 · 计费 1 条')
    expect(parts).not.toContain('class="warn"')
  })

  it('is not measured where it is longer than it may be', async () => {
    const operator = await signedIn('operator', 'operator')
    const { status } = await operator.post('/console/broadcasts/measure', { ...FORM, bo: 'ཀ'.repeat(1001) })
    expect(status).toBe(413)
  })

  it('is kept once though its form is posted twice, at once or later, and anew where its words are others', async () => {
    const operator = await signedIn('operator', 'operator')
    const page = await (await operator.get('/console/broadcasts/new')).text()
    const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? expect.unreachable()
    const keep = (zh = FORM.zh) => operator.post('/console/broadcasts/new', { ...FORM, zh, once, do: 'keep' })
    const answers = [...(await Promise.all([keep(), keep()])), await keep()]
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    await keep('通知')
    expect((await listBroadcasts(services, tokenActor('test'), { limit: 10 })).broadcasts).toHaveLength(2)
  })

  it('tells whom its audience leaves out and why, what leaves by which channel, and its cost in yuan', async () => {
    const operator = await signedIn('operator', 'operator')
    const page = await (await operator.post('/console/broadcasts/new', { ...FORM, do: 'count' })).text()
    expect(page).toMatch(/判断是“不符合”：\d+ 人/)
    expect(page).toMatch(/范围里有 1 户，会发出 1 条。/)
    expect(page).toContain('短信 1 条；Telegram 0 条')
    expect(page).toMatch(/费用约 [\d.]+ 元。/)
    expect(page).not.toMatch(/UCS-2|CNY/)
    const each = await operator.post('/console/broadcasts/new', { ...FORM, per: 'person', do: 'count' })
    expect(await each.text()).toMatch(/范围里有 1 人，会发出 1 条。/)
  })

  it('shows who approves it all that was asked, when it leaves, who wrote it by name, and ten households of today', async () => {
    const operator = await signedIn('operator', 'operator')
    const more = {
      day: '2030-01-02',
      time: '10:00',
      every: 'month',
      until: '2030-06-01',
      stage: 'secondary-vocational',
    }
    const made = await operator.post('/console/broadcasts/new', { ...FORM, ...more, do: 'keep' })
    const address = made.headers.get('location') ?? expect.unreachable()
    const approver = await signedIn('approver', 'approver')
    const page = await (await approver.get(address)).text()
    for (const words of [
      '2030-01-02 10:00',
      '每月一次，到 2030-06-01 为止',
      '上中职',
      '7 天',
      '还没有申请',
      'member operator',
    ])
      expect(page).toContain(words)
    expect(page).not.toContain('看十户，为什么在里面')
    const counted = await (await approver.post(`${address}/preview`, {})).text()
    expect(counted).toContain('看十户，为什么在里面')
    expect(await stateOf(address.split('/').at(-1) ?? '')).toBe('draft')
  })

  it('is put in other words at the desk while it is a draft, over nobody else, and by who may write', async () => {
    const operator = await signedIn('operator', 'operator')
    const id = await draft(operator)
    const address = `/console/broadcasts/${id}/revise`
    const form = await (await operator.get(address)).text()
    expect(form).toContain(FORM.bo)
    expect(form).toContain('name="version" value="1"')
    const revise = (zh: string, version: string) =>
      operator.post(address, { ...FORM, zh, version, do: 'keep' })
    expect((await revise('{{child}}可以申请{{programme}}。', '1')).status).toBe(303)
    expect(await (await operator.get(`/console/broadcasts/${id}`)).text()).toContain(
      '可以申请{{programme}}。',
    )
    expect((await revise('旧的一页', '1')).status).toBe(409)
    expect(await (await operator.get(`/console/broadcasts/${id}`)).text()).not.toContain('旧的一页')
    const approver = await signedIn('approver', 'approver')
    expect((await approver.get(address)).status).toBe(403)
    await operator.post(`/console/broadcasts/${id}/submit`, { version: '2' })
    expect((await operator.get(address)).status).toBe(303)
    await approver.post(`/console/broadcasts/${id}/return`, { version: '3' })
    expect((await operator.get(address)).status).toBe(200)
  })

  it('is approved by another than who wrote it', async () => {
    const author = await signedIn('author', 'county-administrator')
    const other = await signedIn('other', 'approver')
    const id = await draft(author)
    await author.post(`/console/broadcasts/${id}/submit`, { version: '1' })
    expect(await stateOf(id)).toBe('submitted')
    const page = `/console/broadcasts/${id}`
    expect(await (await author.get(page)).text()).toContain('写的人自己不能审核')
    expect(await (await other.get(page)).text()).not.toContain('写的人自己不能审核')
    expect((await author.post(`/console/broadcasts/${id}/approve`, { version: '2' })).status).toBe(422)
    expect(await stateOf(id)).toBe('submitted')
    expect((await other.post(`/console/broadcasts/${id}/approve`, { version: '2' })).status).toBe(303)
    expect(await stateOf(id)).toBe('scheduled')
  })

  it('is paused, gone on with, and cancelled', async () => {
    const author = await signedIn('author', 'operator')
    const other = await signedIn('other', 'approver')
    const id = await draft(author)
    await other.post(`/console/broadcasts/${id}/approve`, { version: '1' })
    for (const [verb, version, state] of [
      ['pause', '2', 'paused'],
      ['resume', '3', 'scheduled'],
      ['cancel', '4', 'cancelled'],
    ] as const) {
      await author.post(`/console/broadcasts/${id}/${verb}`, { version })
      expect(await stateOf(id), verb).toBe(state)
    }
  })

  it('names each field that is not right, and keeps what was written', async () => {
    const operator = await signedIn('operator', 'operator')
    const response = await operator.post('/console/broadcasts/new', { ...FORM, zh: '{{nobody}}', do: 'keep' })
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('汉语：花括号里的词不认识。')
    expect(page).toContain('{{nobody}}')
  })

  it("is nothing to the neighbour's staff", async () => {
    const id = await draft(await signedIn('operator', 'operator'))
    const far = await signedInAs(services, 'far', 'approver', { code: '623025', township: null })
    expect((await far.get(`/console/broadcasts/${id}`)).status).toBe(404)
    await far.post(`/console/broadcasts/${id}/approve`, { version: '1' })
    expect(await stateOf(id)).toBe('draft')
  })
})
