import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { runJob } from '../../src/jobs/jobs.ts'
import { discardSentence, labelSentence, takeLabelBack } from '../../src/labelling/label-sentence.ts'
import { everySentence, listSentences } from '../../src/labelling/list-sentences.ts'
import type { Sentence } from '../../src/labelling/sentence.ts'
import { type Actor, tokenActor } from '../../src/staff/actor.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { ROLES } from '../../src/staff/permissions.ts'
import { importPersonas, testServices } from './services.ts'
import { send, tables } from './telephones.ts'

const STAFF = tokenActor('li')
const MOTHER = '+8612900000001'
const DAY_MS = 24 * 3600 * 1000
const ALL = { labelled: null, language: null } as const

let services: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  services = await testServices(await openTestStore(), { CONTACT_RATE: '50' })
  await importPersonas(services)
})

/** A parent says something, and that the answer was not to it. */
async function misunderstood(text: string, from = MOTHER, not = '不是这个意思'): Promise<void> {
  await send(services, from, text)
  await send(services, from, not)
}

async function kept(): Promise<readonly Sentence[]> {
  return (await everySentence(services, STAFF, ALL)) ?? expect.unreachable()
}

async function onlyOne(): Promise<Sentence> {
  const [only, ...others] = await kept()
  expect(others).toEqual([])
  return only ?? expect.unreachable()
}

async function audited(): Promise<string> {
  return JSON.stringify(await services.store.rows('select * from audit_entries order by rowid'))
}

describe(`a sentence that was not understood, on ${PLATFORM}`, () => {
  it('is kept with what it was taken for, sealed, and without who it names', async () => {
    await misunderstood('我叫王小明，校服钱谁出，电话13812345678')
    const sentence = await onlyOne()
    expect(sentence).toMatchObject({ language: 'zh-CN', times: 1, label: null, firstOn: '2026-11-18' })
    expect(sentence.text).toContain('校服钱谁出')
    expect(sentence.text).not.toMatch(/小明|138/)
    expect(JSON.stringify(await services.store.rows('select * from misunderstandings'))).not.toContain('校服')
  })

  it('is counted where others say the same, and told by the most often heard', async () => {
    await misunderstood('校服钱谁出')
    await misunderstood('校服钱谁出？', '+8612900009991')
    await misunderstood('སློབ་གྲྭའི་གྱོན་གོས་སུས་སྤྲོད།', '+8612900009992', 'དོན་དེ་མ་རེད།')
    const sentences = await kept()
    expect(sentences.map(({ language, times }) => [language, times])).toEqual([
      ['zh-CN', 2],
      ['bo', 1],
    ])
    const chinese = await everySentence(services, STAFF, { labelled: false, language: 'zh-CN' })
    expect(chinese).toHaveLength(1)
  })

  it('is not kept where it answers a question, tells of a case, or is in neither language', async () => {
    await misunderstood('有人冒领补助')
    await misunderstood('what about the uniforms')
    expect(await kept()).toEqual([])
  })

  it('is told page by page, each once', async () => {
    for (const what of ['校服', '书包', '饭卡', '水杯', '被褥']) await misunderstood(`${what}钱谁出呢`)
    const seen: string[] = []
    for (let after: string | null = null; ; ) {
      const listed = await listSentences(services, STAFF, { ...ALL, after, limit: 2 })
      if (!listed.ok) expect.unreachable()
      expect(listed.page.of).toBe(5)
      seen.push(...listed.page.sentences.map(({ id }) => id))
      after = listed.page.next
      if (after === null) break
    }
    expect(new Set(seen).size).toBe(5)
    expect(seen).toHaveLength(5)
  })

  it('is forgotten half a year after it was last heard, labelled or not', async () => {
    await misunderstood('校服钱谁出')
    await misunderstood('书包钱谁出呢')
    await labelSentence(services, STAFF, (await kept())[0]?.id ?? '', { intent: 'out-of-scope', topic: '' })
    services.moveClock(100 * DAY_MS)
    await misunderstood('校服钱谁出')
    services.moveClock(81 * DAY_MS)
    await runJob(services, 'sweep-forgotten')
    expect((await onlyOne()).text).toBe('校服钱谁出')
    services.moveClock(100 * DAY_MS)
    await runJob(services, 'sweep-forgotten')
    expect(await kept()).toEqual([])
  })

  it('holds nothing by which it could be tied to who wrote it, and so outlives their erasure', async () => {
    await misunderstood('校服钱谁出')
    const [row] = await services.store.rows<Record<string, unknown>>('select * from misunderstandings')
    const own = await services.store.rows<Record<string, unknown>>(
      `select id, address_index as other from contacts union all select id, contact_id from messages`,
    )
    const values = Object.values(row ?? {}).map(String)
    for (const { id, other } of own) {
      // An identifier begins with its millisecond: neither it nor that stands in the sentence's row.
      for (const trace of [String(id), String(id).slice(0, 10), String(other)])
        expect(values.filter((value) => value.includes(trace))).toEqual([])
    }
    await send(services, MOTHER, '删除我的资料')
    expect(await send(services, MOTHER, '1')).toContain('已删除')
    const names = (await tables(services)).filter((name) => name !== 'misunderstandings')
    const everything = JSON.stringify(
      await Promise.all(names.map((name) => services.store.rows(`select * from "${name}"`))),
    )
    for (const value of [row?.['id'], row?.['alike'], row?.['sealed']])
      expect(everything).not.toContain(String(value))
    expect(await kept()).toHaveLength(1)
  })
})

describe(`a label, on ${PLATFORM}`, () => {
  beforeEach(async () => {
    await misunderstood('校服钱谁出')
  })

  it('is given, given anew and taken back, each in the audit without a word of the sentence', async () => {
    const { id } = await onlyOne()
    const first = await labelSentence(services, STAFF, id, { intent: 'ask-how', topic: 'compulsory' })
    expect(first).toEqual({ ok: true })
    await labelSentence(services, STAFF, id, { intent: 'out-of-scope', topic: '' })
    const { label, labelledBy } = await onlyOne()
    expect({ label, labelledBy }).toEqual({
      label: { intent: 'out-of-scope', topic: null },
      labelledBy: 'li',
    })
    expect(await everySentence(services, STAFF, { labelled: false, language: null })).toEqual([])
    expect(await takeLabelBack(services, STAFF, id)).toEqual({ ok: true })
    expect((await onlyOne()).label).toBeNull()
    expect(await takeLabelBack(services, STAFF, id)).toMatchObject({ fault: { code: 'not-found' } })
    const log = await audited()
    for (const action of ['sentence.list', 'sentence.label', 'sentence.unlabel'])
      expect(log).toContain(action)
    expect(log).not.toContain('校服')
  })

  it('stays where the same words come again', async () => {
    const { id } = await onlyOne()
    await labelSentence(services, STAFF, id, { intent: 'out-of-scope', topic: '' })
    await misunderstood('校服钱谁出')
    expect(await onlyOne()).toMatchObject({ id, times: 2, label: { intent: 'out-of-scope' } })
  })

  it.each([
    { intent: 'ask', topic: '', path: 'intent', problem: 'unknown' },
    { intent: '', topic: 'loan', path: 'intent', problem: 'unknown' },
    { intent: 'ask-how', topic: 'school', path: 'topic', problem: 'unknown' },
    { intent: 'greeting', topic: 'loan', path: 'topic', problem: 'not-of-this-intent' },
    { intent: 'ask-programme', topic: '', path: 'topic', problem: 'missing' },
  ])('is refused by field: $intent of "$topic"', async ({ intent, topic, path, problem }) => {
    const { id } = await onlyOne()
    expect(await labelSentence(services, STAFF, id, { intent, topic })).toEqual({
      ok: false,
      fault: { code: 'invalid', fields: [{ path, problem }] },
    })
    expect((await onlyOne()).label).toBeNull()
  })

  it('is of a sentence that is there', async () => {
    const given = { intent: 'greeting', topic: '' }
    expect(await labelSentence(services, STAFF, 'nobody', given)).toMatchObject({
      fault: { code: 'not-found' },
    })
  })

  it('is not needed to forget a sentence at once', async () => {
    const { id } = await onlyOne()
    expect(await discardSentence(services, STAFF, id)).toEqual({ ok: true })
    expect(await kept()).toEqual([])
    expect(await discardSentence(services, STAFF, id)).toMatchObject({ fault: { code: 'not-found' } })
    expect(await audited()).toContain('sentence.discard')
  })

  it.each(ROLES)(
    'is given by %s of the province, if the table of rights says so; by none of a county',
    async (role) => {
      const { id } = await onlyOne()
      const isAllowed = ['province-administrator', 'county-administrator', 'operator', 'service'].includes(
        role,
      )
      const there: Actor = { name: 'x', role, area: PROVINCE }
      const county: Actor = { name: 'x', role, area: { code: '621223', township: null } }
      const given = { intent: 'greeting', topic: '' }
      expect((await labelSentence(services, county, id, given)).ok).toBe(false)
      expect((await discardSentence(services, county, id)).ok).toBe(false)
      expect((await listSentences(services, county, { ...ALL, after: null, limit: 1 })).ok).toBe(false)
      expect((await listSentences(services, there, { ...ALL, after: null, limit: 1 })).ok).toBe(isAllowed)
      expect((await labelSentence(services, there, id, given)).ok).toBe(isAllowed)
    },
  )
})
