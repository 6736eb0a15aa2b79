import { decode } from 'fast-png'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reply } from './fake-bot-api.ts'
import { type Running, startRunning } from './running.ts'

let running: Running

beforeEach(async () => {
  running = await startRunning()
})
afterEach(() => running.close())

const MOTHER = '+8612900000006'
const FINAL_YEAR = '+8612900000003'

describe('a mother on Telegram', () => {
  it('links her household by her own contact, asks, follows up, is drawn the routes, opens a case, stops, and is forgotten', async () => {
    const { api, acts, services } = running
    const mother = api.person(501)
    const says = (text: string) => acts(mother, () => mother.says(text))
    const taps = (label: string) => acts(mother, () => mother.taps(label))

    expect(await says('/start')).toMatch(/汉语[\s\S]*བོད་ཡིག/u)
    expect(await taps('汉语')).toContain('惠学')
    expect(await acts(mother, () => mother.sharesContact(MOTHER))).not.toBe('')
    expect(await count('contact_households')).toBe(1)

    const answer = await says('娃娃上幼儿园能免多少钱')
    expect(answer).toMatch(/马晓宁[\s\S]*1000[\s\S]*二\(一\)·2/u)
    expect(await says('为什么')).toMatch(/马晓宁[\s\S]*建档立卡户/u)
    expect(await says('/routes')).toContain('往后的路')
    const drawn = mother.screen.at(-1)
    expect(decode(drawn?.photo ?? new Uint8Array(0), { checkCrc: true }).width).toBe(720)
    expect(drawn?.text).toContain('画成了一张图')

    expect(await says('/person')).toMatch(/编号/u)
    expect(await says('我家情况有变化，请给我回个话')).toMatch(/编号|记下/u)

    expect(await says('停止')).toContain('不再给您发信息')
    expect(await says('娃娃上幼儿园能免多少钱')).toBe('')
    expect(await says('/start')).toContain('已恢复')

    expect(await says('/erase')).toContain('要删除')
    expect(await taps('1 删')).toContain('已删除')
    for (const table of ['contacts', 'sessions', 'contact_households']) expect(await count(table)).toBe(0)
    expect(await says('娃娃上幼儿园能免多少钱')).not.toContain('马晓宁')
    expect(api.updates.statuses.every((status) => status === 200)).toBe(true)

    async function count(table: string): Promise<number> {
      const [row] = await services.store.rows<{ n: number }>(`select count(*) as n from ${table}`)
      return row?.n ?? -1
    }
  })

  it('has the words of her routes where their picture is refused for good, and is heard on', async () => {
    const { api, acts, services } = running
    const mother = api.person(505)
    const says = (text: string) => acts(mother, () => mother.says(text))
    await says('你好')
    await acts(mother, () => mother.sharesContact(FINAL_YEAR))
    const refuse = { ok: false, error_code: 400, description: 'Bad Request: IMAGE_PROCESS_FAILED' }
    api.onNext('sendPhoto', (response) => reply(response, 400, refuse))
    expect(await says('/routes')).toContain('往后的路')
    expect(mother.screen.at(-1)?.photo).toBeNull()
    expect(await services.store.rows(`select code from outbox where state = 'failed'`)).toEqual([
      { code: '400' },
    ])
    expect(await says('为什么')).not.toBe('')
  })

  it('is refused somebody else’s contact politely, and learns nothing by it', async () => {
    const { api, acts, services } = running
    const stranger = api.person(502)
    await acts(stranger, () => stranger.says('你好'))
    const shared = { contact: { phone_number: MOTHER, first_name: 'x', user_id: 999 } }
    expect(await acts(stranger, () => stranger.sends(shared))).toContain('别人的号码')
    expect(await services.store.rows('select 1 from contact_households')).toEqual([])
  })

  it('who presses an old button hears that it is one, beside the chat, and nothing changes', async () => {
    const { api, acts } = running
    const stranger = api.person(503)
    await acts(stranger, () => stranger.says('娃上幼儿园免费吗'))
    const [old] = stranger.screen.flatMap(({ buttons }) => buttons)
    await acts(stranger, () => stranger.tapsData(old?.data ?? ''))
    const before = stranger.screen.length
    await acts(stranger, () => stranger.tapsData(old?.data ?? ''))
    expect(stranger.screen.length).toBe(before)
    expect(stranger.notices).toEqual([null, expect.stringContaining('以前的问题')])
  })

  it('who blocks the bot is sent nothing, and is served again once it is unblocked', async () => {
    const { api, acts, drained } = running
    const person = api.person(504)
    await acts(person, () => person.says('你好'))
    await person.blocks()
    await person.says('娃上幼儿园免费吗')
    await drained()
    expect(await stoppedOf()).toBe(1)
    await person.unblocks()
    expect(await stoppedOf()).toBe(0)
    expect(await acts(person, () => person.says('你好'))).not.toBe('')

    async function stoppedOf(): Promise<number | undefined> {
      const [row] = await running.services.store.rows<{ stopped: number }>('select stopped from contacts')
      return row?.stopped
    }
  })
})
