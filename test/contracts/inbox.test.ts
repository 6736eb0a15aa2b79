import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import type { Inbound } from '../../src/inbox/inbound.ts'
import { receive } from '../../src/inbox/receive.ts'
import type { Services } from '../../src/services.ts'
import { importPersonas, testServices } from './services.ts'
import { wordsOf } from '../conversation/words.ts'

const MOTHER = '+8612900000001'
const HERDER = '+8612900000004'
const STRANGER = '+8612900009999'

type TestServices = Awaited<ReturnType<typeof testServices>>

let services: TestServices
let sent = 0

beforeEach(async () => {
  services = await testServices(await openTestStore(), { CONTACT_RATE: '5' })
})

describe(`the inbox on ${PLATFORM}`, () => {
  it('answers a registered telephone from its own record', async () => {
    await importPersonas(services)
    const { replies } = await receive(services, text(MOTHER, '娃娃上幼儿园能免多少钱'))
    expect(wordsOf(replies)).toMatch(/张小雨[\s\S]*1000[\s\S]*二\(一\)·2/)
  })

  it('answers in Tibetan who asks in Tibetan', async () => {
    await importPersonas(services)
    const { replies } = await receive(services, text(HERDER, 'བྱིས་པའི་གླིང་ལ་འགྲོ་སོང་ག་ཚོད་ཆག་གམ།'))
    expect(wordsOf(replies)).toMatch(/[\u0f40-\u0fbc]/)
    expect(wordsOf(replies)).toContain('1000')
  })

  it('tells a stranger of no household', async () => {
    await importPersonas(services)
    const { replies } = await receive(services, text(STRANGER, '张小雨上幼儿园免费吗'))
    expect(replies.length).toBeGreaterThan(0)
    expect(wordsOf(replies)).not.toContain('张小雨')
  })

  it('gives a repeated message the stored answer and does nothing twice', async () => {
    const message = text(STRANGER, '你好')
    const first = await receive(services, message)
    const again = await receive(services, message)
    expect(again).toEqual({ replies: first.replies, repeated: true })
    expect(await count('messages')).toBe(1)
  })

  it('handles a message that arrives twice at the same moment once', async () => {
    const message = text(STRANGER, '你好')
    const answers = await Promise.all([1, 2, 3, 4].map(() => receive(services, message)))
    expect(new Set(answers.map(({ replies }) => wordsOf(replies))).size).toBe(1)
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1)
    expect(await count('messages')).toBe(1)
  })

  it('answers messages sent at once from one telephone each once, on one session', async () => {
    const messages = ['你好', '幼儿园', '谢谢', '大学贷款'].map((said) => text(STRANGER, said))
    const answers = await Promise.all(messages.map((message) => receive(services, message)))
    expect(answers.every(({ replies, repeated }) => replies.length > 0 && !repeated)).toBe(true)
    expect(await count('messages')).toBe(4)
    expect(await services.store.rows('select version from sessions')).toEqual([{ version: 4 }])
  })

  it('asks one who writes too fast for patience, once, and answers again a minute later', async () => {
    for (let sentSoFar = 0; sentSoFar < 5; sentSoFar++) await receive(services, text(STRANGER, '你好'))
    const patience = await receive(services, text(STRANGER, '你好'))
    expect(patience.replies).toHaveLength(1)
    expect((await receive(services, text(STRANGER, '你好'))).replies).toEqual([])
    expect(await count('messages')).toBe(7)
    services.moveClock(61_000)
    expect((await receive(services, text(STRANGER, '你好'))).replies).not.toEqual(patience.replies)
  })

  it('falls silent for one who said stop, and answers again after start', async () => {
    expect((await receive(services, text(STRANGER, '停止'))).replies).toHaveLength(1)
    expect((await receive(services, text(STRANGER, '幼儿园免费吗'))).replies).toEqual([])
    expect((await receive(services, text(STRANGER, '开始'))).replies.length).toBeGreaterThan(0)
    expect((await receive(services, text(STRANGER, '幼儿园免费吗'))).replies.length).toBeGreaterThan(0)
  })

  it('keeps the language asked for', async () => {
    await receive(services, text(STRANGER, '藏语'))
    const { replies } = await receive(services, text(STRANGER, '?'))
    expect(wordsOf(replies)).toMatch(/[\u0f40-\u0fbc]/)
  })

  it('opens a case once, and joins what the person adds', async () => {
    await importPersonas(services)
    await receive(services, text(MOTHER, '我要找人工'))
    await receive(services, text(MOTHER, '我要找人工'))
    expect(await services.store.rows("select count(*) as n from cases where kind = 'person'")).toEqual([
      { n: 1 },
    ])
  })

  it('forgets a person who asks for it and confirms, and keeps the register', async () => {
    await importPersonas(services)
    await receive(services, text(MOTHER, '幼儿园免费吗'))
    await receive(services, text(MOTHER, '删除我的数据'))
    const confirmation = text(MOTHER, '是')
    const { replies } = await receive(services, confirmation)
    expect(await count('contacts')).toBe(0)
    expect(await count('sessions')).toBe(0)
    expect(await services.store.rows('select contact_id as contact from messages')).toEqual([
      { contact: null },
    ])
    expect(await count('households')).toBe(6)
    expect(await receive(services, confirmation)).toEqual({ replies, repeated: true })
  })

  it('carries a conversation on after a restart', async () => {
    await importPersonas(services)
    await receive(services, text(HERDER, '幼儿园免费吗'))
    const restarted: Services = { ...(await testServices(services.store)), ids: services.ids }
    const { replies } = await receive(restarted, text(HERDER, '为什么'))
    expect(wordsOf(replies)).toContain('二(一)·2')
  })

  it('stores nothing personal in the clear', async () => {
    await importPersonas(services)
    await receive(services, text(MOTHER, '我叫李秀兰,娃娃张小雨上幼儿园'))
    const tables = [
      'households',
      'persons',
      'household_telephones',
      'contacts',
      'sessions',
      'messages',
      'cases',
      'imports',
    ]
    const stored = await Promise.all(tables.map((table) => services.store.rows(`select * from ${table}`)))
    expect(JSON.stringify(stored)).not.toMatch(/李秀兰|张小雨|12900000001/)
  })
})

function text(address: string, said: string): Inbound {
  sent += 1
  return {
    channel: 'sms',
    address,
    providerId: `SM${String(sent).padStart(32, '0')}`,
    text: said,
    media: false,
  }
}

async function count(table: string): Promise<number> {
  const [row] = await services.store.rows<{ n: number }>(`select count(*) as n from ${table}`)
  return row?.n ?? 0
}
