import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { receive } from '../../src/inbox/receive.ts'
import { runJob } from '../../src/jobs/jobs.ts'
import { admitAgain, readLinks, takeBackLinks } from '../../src/linking/staff-links.ts'
import { parseOutgoing, placeOfOutgoing } from '../../src/outbox/outgoing.ts'
import type { Services } from '../../src/services.ts'
import { type Query, statement } from '../../src/storage/store.ts'
import { type Family, importFamilies, lastSixOf, proofOf, wrongProofOf } from '../linking/register.ts'
import { operationsOf } from '../linking/operations.ts'
import { send } from './telephones.ts'
import { testServices } from './services.ts'

const FATHER = { name: '张卫国', birthDate: '1984-05-02', serial: 7 }
const MOTHER = { name: '李秀英', birthDate: '1987-01-20', serial: 8, relation: '配偶' } as const
const CHILD = { name: '张小明', birthDate: '2021-10-05', serial: 9, relation: '之子' } as const
const HERDER = { name: '才让吉', birthDate: '1980-02-14', serial: 10 }
const HERDERS_CHILD = { name: '旦增', birthDate: '2021-08-22', serial: 11, relation: '之子' } as const
/** In two households, as a family that was parted may be. */
const TWICE = { name: '王建军', birthDate: '1979-03-11', serial: 12 }
/** Of one name, born on different days. */
const NAMESAKES = [
  { name: '马秀英', birthDate: '1975-06-09', serial: 14 },
  { name: '马秀英', birthDate: '1990-08-23', serial: 15 },
] as const
/** Of whom the register later parts the second. */
const COUPLE = [
  { name: '何桂兰', birthDate: '1982-07-08', serial: 16 },
  { name: '何建平', birthDate: '1981-12-24', serial: 17, relation: '配偶' },
] as const
const ALONE = { name: '赵大山', birthDate: '1960-03-11', serial: 13 }

const FAMILIES: readonly Family[] = [
  { telephone: '12900000001', persons: [FATHER, MOTHER, CHILD] },
  { telephone: '12900000002', language: '藏语', persons: [HERDER, HERDERS_CHILD] },
  { telephone: '12900000003', persons: [TWICE] },
  { telephone: '12900000004', persons: [{ ...TWICE }] },
  { persons: [ALONE] },
  ...NAMESAKES.map((person) => ({ telephone: '12900000007', persons: [person] })),
  { telephone: '12900000008', persons: [...COUPLE] },
]

const RECORDED = '+8612900000001'
const HERDERS = '+8612900000002'
const STRANGER = '+8612900009999'
const QUESTION = '娃娃上幼儿园能免多少钱'
const DAY = 24 * 3600 * 1000

type TestServices = Awaited<ReturnType<typeof testServices>>
let services: TestServices

beforeEach(async () => {
  services = await testServices(await openTestStore(), { CONTACT_RATE: '10000' })
  await importFamilies(services, FAMILIES)
})

function other(at: number): string {
  return `+86129001${String(at).padStart(5, '0')}`
}

async function links(): Promise<readonly { how: string; n: number }[]> {
  return services.store.rows('select how, count(*) as n from contact_households group by how')
}

async function isLinked(address: string): Promise<boolean> {
  return (await send(services, address, QUESTION)).includes('张小明')
}

async function notices(): Promise<readonly { address: string; text: string }[]> {
  const rows = await services.store.rows<{ id: string; sealed: string }>(
    "select id, sealed from outbox where kind = 'notice' and state = 'queued' order by id",
  )
  return Promise.all(
    rows.map(async ({ id, sealed }) => {
      const { address, spoken } = parseOutgoing(await services.vault.open(sealed, placeOfOutgoing(id)))
      return { address, text: spoken.text }
    }),
  )
}

describe(`a proof on ${PLATFORM}`, () => {
  it('links an unknown telephone to its household, and tells the telephone on record, not which', async () => {
    expect(await isLinked(STRANGER)).toBe(false)
    expect(await send(services, STRANGER, proofOf(FATHER))).toContain('核对好了')
    expect(await links()).toEqual([{ how: 'id-number', n: 1 }])
    expect(await isLinked(STRANGER)).toBe(true)
    const [notice, ...more] = await notices()
    expect(more).toEqual([])
    expect(notice?.address).toBe(RECORDED)
    expect(notice?.text).toMatch(/撤销[\s\S]*ཕྱིར་བསྡུ/)
    expect(notice?.text).not.toMatch(/\d{4}|张|李/)
  })

  it('tells in the language of the telephone on record, where it is known, and wakes who sends it', async () => {
    let woken = 0
    const waking = { ...services, wake: () => (woken += 1) }
    await send(waking, STRANGER, proofOf(HERDER))
    expect((await notices()).map(({ text }) => /\p{Script=Han}/u.test(text))).toEqual([false])
    expect(woken).toBe(1)
    services.moveClock(1000)
    await send(services, HERDERS, '你好')
    await send(services, other(1), proofOf(HERDER))
    expect((await notices())[1]?.text).not.toMatch(/\p{Script=Tibetan}/u)
  })

  it('tells nobody who said stop, and links a household that has no telephone', async () => {
    await send(services, RECORDED, '停止')
    await send(services, STRANGER, proofOf(MOTHER))
    await send(services, other(1), proofOf(ALONE))
    expect(await notices()).toEqual([])
    expect(await links()).toEqual([{ how: 'id-number', n: 2 }])
  })

  it('may come in two messages, and a link is made once of two at once', async () => {
    await send(services, STRANGER, '绑定')
    await send(services, STRANGER, '张卫国')
    const said = Array.from({ length: 4 }, () => send(services, STRANGER, lastSixOf(FATHER)))
    const answers = await Promise.all(said)
    expect(answers.filter((answer) => answer.includes('核对好了'))).toHaveLength(1)
    expect(await links()).toEqual([{ how: 'id-number', n: 1 }])
    expect(await notices()).toHaveLength(1)
  })

  it('leaves no digit of it, in the clear or sealed', async () => {
    await send(services, STRANGER, proofOf(FATHER))
    await send(services, other(1), '绑定')
    await send(services, other(1), `张卫国 ${lastSixOf(FATHER)}`)
    await send(services, other(2), `我家没上登记，户主张卫国，身份证后六位${lastSixOf(FATHER)}`)
    await send(services, other(2), '不是这个意思')
    const opened = await allSealed()
    expect(opened.length).toBeGreaterThan(9)
    expect(opened.filter((text) => text.includes(lastSixOf(FATHER).slice(0, 5)))).toEqual([])
    const tries = JSON.stringify(await services.store.rows('select * from link_tries'))
    expect(tries).not.toMatch(/张卫国|12900/)
  })
})

async function allSealed(): Promise<readonly string[]> {
  const rows = await services.store.rows<{ place: string; sealed: string }>(
    `select 'sessions/' || contact_id as place, sealed from sessions
     union all select 'messages/' || id, sealed from messages
     union all select 'case_messages/' || id, sealed from case_messages
     union all select 'misunderstandings/' || id, sealed from misunderstandings`,
  )
  return Promise.all(rows.map(({ place, sealed }) => services.vault.open(sealed, place)))
}

describe(`tries on ${PLATFORM}`, () => {
  it('are five a day for a contact, whatever it tries for, and begin anew the next day', async () => {
    const persons = [FATHER, HERDER, ALONE, MOTHER, TWICE]
    for (const [at, person] of persons.entries()) await send(services, STRANGER, wrongProofOf(person, at + 1))
    const refused = await send(services, STRANGER, proofOf(FATHER))
    expect(refused).toBe(await send(services, other(1), wrongProofOf(ALONE, 9)))
    services.moveClock(DAY)
    expect(await send(services, STRANGER, proofOf(FATHER))).toContain('核对好了')
  })

  it('are not made new by being forgotten', async () => {
    for (let at = 1; at <= 5; at++) await send(services, STRANGER, wrongProofOf(FATHER, at))
    await send(services, STRANGER, '删除我的资料')
    await send(services, STRANGER, '1')
    expect(await services.store.rows('select id from contacts')).toEqual([])
    expect(await send(services, STRANGER, proofOf(HERDER))).toContain('没有对上')
  })

  it('are five a day for a household, whoever tries and by whose name, and others stay open', async () => {
    for (let at = 1; at <= 5; at++) {
      const person = at % 2 === 0 ? FATHER : MOTHER
      await send(services, other(at), wrongProofOf(person, at))
    }
    expect(await send(services, other(6), proofOf(FATHER))).toContain('没有对上')
    expect(await send(services, other(7), proofOf(MOTHER))).toContain('没有对上')
    expect(await send(services, other(8), proofOf(HERDER))).toContain('核对好了')
    services.moveClock(DAY)
    expect(await send(services, other(6), proofOf(FATHER))).toContain('核对好了')
  })

  it('at a common name shut out nobody whose number they cannot be the end of', async () => {
    const [one, namesake] = NAMESAKES
    for (let at = 1; at <= 5; at++) await send(services, other(at), wrongProofOf(one, at))
    expect(await send(services, other(6), proofOf(namesake))).toContain('核对好了')
    expect(await send(services, other(7), proofOf(one))).toContain('没有对上')
  })

  it('are five at a number whose record tells another birth date', async () => {
    await services.store.atomically([
      statement("update persons set birth_date = '1960-01-30' where birth_date = ?1", [ALONE.birthDate]),
    ])
    for (let at = 1; at <= 5; at++) await send(services, other(at), wrongProofOf(ALONE, at))
    expect(await send(services, other(6), proofOf(ALONE))).toContain('没有对上')
  })

  it('are counted each, of many at once, and none beyond the fifth is looked at', async () => {
    const guesses = Array.from({ length: 12 }, (_, at) => send(services, other(at), proofOf(FATHER)))
    await Promise.all(guesses)
    const linked = (await links())[0]?.n ?? 0
    expect(linked).toBeLessThanOrEqual(5)
    expect(await services.store.rows("select count from link_tries where key like 'name:%'")).toEqual([
      { count: 12 },
    ])
    await Promise.all(
      Array.from({ length: 9 }, (_, at) => send(services, STRANGER, wrongProofOf(HERDER, at + 1))),
    )
    const counts = await services.store.rows<{ count: number }>(
      "select count from link_tries where key like 'contact:%' order by count desc limit 1",
    )
    expect(counts).toEqual([{ count: 9 }])
    expect(await send(services, STRANGER, proofOf(ALONE))).toContain('没有对上')
  })

  it('are spent once by a message, however often it is brought', async () => {
    const message = {
      channel: 'sms',
      address: STRANGER,
      providerId: 'SM1',
      text: wrongProofOf(FATHER),
      media: false,
    } as const
    await Promise.all([1, 2, 3].map(() => receive(services, message)))
    await receive(services, message)
    expect(await services.store.rows("select count from link_tries where key not like 'message:%'")).toEqual([
      { count: 1 },
      { count: 1 },
    ])
  })

  it('of days gone by are swept away', async () => {
    await send(services, STRANGER, wrongProofOf(FATHER))
    await runJob(services, 'sweep-forgotten')
    expect(await services.store.rows('select key from link_tries')).toHaveLength(3)
    services.moveClock(DAY)
    await runJob(services, 'sweep-forgotten')
    expect(await services.store.rows('select key from link_tries')).toEqual([])
  })
})

describe(`a link that the register no longer speaks for on ${PLATFORM}`, () => {
  const importAnew = (couple: Family) => importFamilies(services, [...FAMILIES.slice(0, -1), couple], 'anew')

  beforeEach(async () => {
    await send(services, STRANGER, proofOf(COUPLE[1]))
    await send(services, other(1), proofOf(COUPLE[0]))
    const shared = { sharedTelephone: '+8612900000008', text: '', media: false }
    await receive(services, { channel: 'telegram', address: '501', providerId: '1', ...shared })
    expect(await links()).toEqual([
      { how: 'id-number', n: 2 },
      { how: 'shared-contact', n: 1 },
    ])
  })

  it('stays while the register says what it said', async () => {
    await importAnew({ telephone: '12900000008', language: '汉语', persons: [...COUPLE] })
    expect(await links()).toEqual([
      { how: 'id-number', n: 2 },
      { how: 'shared-contact', n: 1 },
    ])
  })

  it('ends for a person who is no longer of the household, and for nobody else', async () => {
    await importAnew({ telephone: '12900000008', persons: [COUPLE[0]] })
    expect(await links()).toEqual([
      { how: 'id-number', n: 1 },
      { how: 'shared-contact', n: 1 },
    ])
    expect(await send(services, STRANGER, '解除绑定')).toContain('没有绑定过')
    expect(await send(services, other(1), '解除绑定')).toContain('已解除绑定')
  })

  it('ends for a chat whose telephone is no longer on the record', async () => {
    await importAnew({ telephone: '12900000009', persons: [...COUPLE] })
    expect(await links()).toEqual([{ how: 'id-number', n: 2 }])
  })
})

describe(`all that links nothing on ${PLATFORM}`, () => {
  it('is answered in the same words, by the same statements and digests', async () => {
    const spent = other(50)
    for (let at = 1; at <= 5; at++) await send(services, spent, wrongProofOf(ALONE, at))
    for (let at = 1; at <= 5; at++) await send(services, other(60 + at), wrongProofOf(HERDER, at))
    await send(services, other(70), proofOf(FATHER))
    await send(services, RECORDED, '撤销')
    await services.store.atomically([
      statement("update persons set missing_since = '2026-11-01' where relation = 'spouse'"),
    ])
    const guesses = {
      'a wrong number': [other(1), wrongProofOf(FATHER, 77)],
      'a name that nobody has': [other(2), wrongProofOf({ ...FATHER, name: '钱无名' }, 77)],
      'a name that many have': [other(3), wrongProofOf(TWICE, 77)],
      'a child': [other(4), proofOf(CHILD)],
      'who is no longer on the register': [other(5), proofOf(MOTHER)],
      'two households': [other(6), proofOf(TWICE)],
      'right, by a contact that has spent its tries': [spent, proofOf(FATHER)],
      'right, of a household that was tried for too often': [other(7), proofOf(HERDER)],
      'right, by a contact that was cut off': [other(70), proofOf(FATHER)],
    } as const
    // Each has written before, so that all find a session.
    for (const [address] of Object.values(guesses)) {
      await send(services, address, '重来')
      await send(services, address, '谢谢')
    }
    const met = []
    for (const [what, [address, text]] of Object.entries(guesses))
      met.push({ what, ...(await operationsOf(services, (watched) => send(watched, address, text))) })
    const [first] = met
    expect(first?.answer).toContain('没有对上')
    expect(first?.operations.length).toBeGreaterThan(10)
    for (const { what, answer, operations } of met)
      expect({ what, answer, operations }).toEqual({
        what,
        answer: first?.answer,
        operations: first?.operations,
      })
  })
})

describe(`a link taken back on ${PLATFORM}`, () => {
  beforeEach(async () => {
    await send(services, STRANGER, proofOf(FATHER))
    await send(services, STRANGER, QUESTION)
  })

  it('is taken back by one word from the telephone on record, forgotten, and not made again', async () => {
    expect(await send(services, RECORDED, '撤销。')).toContain('已撤销')
    expect(await links()).toEqual([])
    expect(await isLinked(STRANGER)).toBe(false)
    expect(await send(services, STRANGER, proofOf(FATHER))).toContain('没有对上')
    const sessions = (await allSealed()).filter((text) => text.includes('张小明'))
    expect(sessions.filter((text) => text.includes('"shape"'))).toEqual([])
    expect(await send(services, other(1), proofOf(FATHER))).toContain('核对好了')
  })

  it('is the last one alone, where the telephone stands on several records', async () => {
    const [one, namesake] = NAMESAKES
    await send(services, other(1), proofOf(one))
    services.moveClock(DAY)
    await send(services, other(2), proofOf(namesake))
    const linked = () => services.store.rows('select 1 from contact_households')
    const before = (await linked()).length
    await send(services, '+8612900000007', '撤销')
    expect((await linked()).length).toBe(before - 1)
    expect(await send(services, other(2), proofOf(namesake))).toContain('没有对上')
    await send(services, '+8612900000007', '撤销')
    expect((await linked()).length).toBe(before - 2)
  })

  it('stays taken back for who asks to be forgotten and comes again', async () => {
    await send(services, RECORDED, 'ཕྱིར་བསྡུ')
    await send(services, STRANGER, '删除我的资料')
    await send(services, STRANGER, '1')
    expect(await send(services, STRANGER, proofOf(MOTHER))).toContain('没有对上')
  })

  it('stands for anybody else, and after thirty days', async () => {
    for (const address of [HERDERS, other(1), STRANGER]) await send(services, address, '撤销')
    expect(await isLinked(STRANGER)).toBe(true)
    services.moveClock(31 * DAY)
    expect(await send(services, RECORDED, '撤销')).toContain('没有可以撤销')
    expect(await isLinked(STRANGER)).toBe(true)
  })

  it('leaves the unlinked telephone’s requests beside no household, and parts the family’s from them', async () => {
    await send(services, STRANGER, '登记错了')
    services.moveClock(1000)
    await send(services, RECORDED, '登记错了')
    expect(await services.store.rows('select id from cases where part_of is not null')).toHaveLength(1)
    await send(services, RECORDED, '撤销')
    expect(await services.store.rows('select id from cases where part_of is not null')).toEqual([])
    expect(await services.store.rows('select count(*) as n from cases where household_id is null')).toEqual([
      { n: 1 },
    ])
  })

  it('is minded by a turn that is under way: it is decided anew, and tells nothing', async () => {
    let isFirst = true
    const meanwhile: Services = {
      ...services,
      store: {
        ...services.store,
        atomically: async (writes: readonly Query[]) => {
          if (isFirst) {
            isFirst = false
            await send(services, RECORDED, '撤销')
          }
          return services.store.atomically(writes)
        },
      },
    }
    expect(await send(meanwhile, STRANGER, QUESTION)).not.toContain('张小明')
  })
})

describe(`links as staff see them on ${PLATFORM}`, () => {
  const HOME = { name: 'li', role: 'operator', area: { code: '621223', township: null } } as const
  const FAR = { ...HOME, area: { code: '623025', township: null } } as const
  const INSPECTOR = { ...HOME, role: 'inspector' } as const
  let household = ''

  beforeEach(async () => {
    await send(services, STRANGER, proofOf(ALONE))
    const [link] = await services.store.rows<{ id: string }>(
      'select household_id as id from contact_households',
    )
    household = link?.id ?? ''
  })

  it('tell how and since when, and never which telephone', async () => {
    expect(await readLinks(services, household)).toEqual({
      links: [{ how: 'id-number', since: '2026-11-18' }],
      cutOff: 0,
    })
  })

  it('are taken back at any time, by whom the household is to care for, and audited', async () => {
    services.moveClock(90 * DAY)
    for (const actor of [FAR, INSPECTOR]) expect(await takeBackLinks(services, actor, household)).toBe(false)
    expect(await links()).toHaveLength(1)
    expect(await takeBackLinks(services, HOME, household)).toBe(true)
    expect(await readLinks(services, household)).toEqual({ links: [], cutOff: 1 })
    expect(await send(services, STRANGER, proofOf(ALONE))).toContain('没有对上')
    expect(await admitAgain(services, FAR, household)).toBe(false)
    expect(await admitAgain(services, HOME, household)).toBe(true)
    expect(await send(services, STRANGER, proofOf(ALONE))).toContain('核对好了')
    expect(await services.store.rows('select action from audit_entries order by rowid')).toEqual([
      { action: 'household.links-taken-back' },
      { action: 'household.cut-off-admitted' },
    ])
  })
})

describe(`a telephone of several households on ${PLATFORM}`, () => {
  it('is told apart by no name any more after five wrong ones, not even by who was forgotten between', async () => {
    await send(services, STRANGER, proofOf(FATHER))
    await send(services, STRANGER, proofOf(HERDER))
    const name = async (text: string) => {
      await send(services, STRANGER, '换一户')
      return send(services, STRANGER, text)
    }
    for (let at = 0; at < 5; at++) expect(await name('王五')).toContain('没有对上')
    expect(await name('张卫国')).toContain('没有对上')
    await send(services, STRANGER, '删除我的资料')
    await send(services, STRANGER, '1')
    for (const person of [FATHER, HERDER]) await send(services, STRANGER, proofOf(person))
    expect(await name('张卫国')).toContain('没有对上')
    services.moveClock(DAY)
    expect(await name('张卫国')).not.toContain('没有对上')
  })
})

describe(`a link given up on ${PLATFORM}`, () => {
  it('is gone, and may be made again', async () => {
    await send(services, STRANGER, proofOf(FATHER))
    expect(await send(services, STRANGER, '解除绑定')).toContain('已解除绑定')
    expect(await links()).toEqual([])
    expect(await isLinked(STRANGER)).toBe(false)
    expect(await send(services, STRANGER, proofOf(FATHER))).toContain('核对好了')
  })

  it('goes with its person, who is forgotten', async () => {
    await send(services, STRANGER, proofOf(FATHER))
    await send(services, STRANGER, '删除我的资料')
    await send(services, STRANGER, '1')
    expect(await links()).toEqual([])
    expect(await isLinked(STRANGER)).toBe(false)
  })
})

describe(`a chat’s own telephone on ${PLATFORM}`, () => {
  const CHAT = '700000001'
  let shared = 0

  async function share(telephone: string) {
    shared += 1
    const { replies } = await receive(services, {
      channel: 'telegram',
      address: CHAT,
      providerId: `share ${shared}`,
      text: '',
      media: false,
      sharedTelephone: telephone,
    })
    return replies.map(({ text }) => text).join('\n')
  }

  beforeEach(async () => {
    await send(services, CHAT, QUESTION, 'telegram')
  })

  it('links it to the households on whose record that telephone stands, and spends no try', async () => {
    expect(await share(RECORDED)).toMatch(/核对好了[\s\S]*张小明/)
    expect(await links()).toEqual([{ how: 'shared-contact', n: 1 }])
    expect((await notices()).map(({ address }) => address)).toEqual([RECORDED])
    expect(await services.store.rows('select key from link_tries')).toEqual([])
    expect(await share(RECORDED)).toContain('已经能查')
    expect(await links()).toEqual([{ how: 'shared-contact', n: 1 }])
  })

  it('tells of nothing where it is on no record, or was cut off from it', async () => {
    const unknown = await share(STRANGER)
    expect(unknown).toContain('没有查到')
    await share(RECORDED)
    await send(services, RECORDED, '撤销')
    expect(await share(RECORDED)).toBe(unknown)
  })
})
