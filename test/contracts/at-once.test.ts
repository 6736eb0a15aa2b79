import { beforeEach, describe, expect, it } from 'vitest'
import { openDesk, openTestStore, PLATFORM } from '#platform'
import type { Inbound } from '../../src/inbox/inbound.ts'
import { receive } from '../../src/inbox/receive.ts'
import type { Services } from '../../src/services.ts'
import { statement } from '../../src/storage/store.ts'
import { HURRIED } from '../conversation/hurried.ts'
import { wordsOf } from '../conversation/words.ts'
import { testServices } from './services.ts'

let services: Services

beforeEach(async () => {
  services = await testServices(await openTestStore(), {}, openDesk)
})

describe(`messages at once on ${PLATFORM}`, () => {
  it('ten from one telephone are answered as ten that waited for their answers', async () => {
    const patient = await oneByOne(telephone(1))
    expect(await allAtOnce(telephone(2))).toEqual(patient)
  })

  it('ten from each of a hundred telephones are all answered, once and in order', async () => {
    const patient = await oneByOne(telephone(0))
    const telephones = Array.from({ length: 100 }, (_, at) => telephone(at + 1))
    const answers = await Promise.all(telephones.map(allAtOnce))
    for (const answered of answers) expect(answered).toEqual(patient)
    expect(await services.store.rows('select count(*) as n from messages')).toEqual([{ n: 1010 }])
    expect(await services.store.rows('select distinct version from sessions')).toEqual([{ version: 10 }])
  })

  it('a message that comes again among others is answered as before, and once', async () => {
    const [first, second] = [text(telephone(1), '幼儿园免费吗'), text(telephone(1), '宕昌县')]
    const [answer, , again] = await Promise.all([first, second, first].map((one) => receive(services, one)))
    expect(again).toEqual({ replies: answer?.replies, repeated: true })
    expect(await services.store.rows('select count(*) as n from messages')).toEqual([{ n: 2 }])
  })

  it('ten that reach two processes at once are each answered once, on one session', async () => {
    const processes = [1, 2].map(() => ({ ...services, desk: openDesk(services.vault) }))
    const answers = await Promise.all(
      HURRIED.flatMap((said, at) => {
        const process = processes[at % 2]
        return process === undefined ? [] : [receive(process, text(telephone(1), said))]
      }),
    )
    expect(answers.every(({ replies, repeated }) => replies.length === 1 && !repeated)).toBe(true)
    expect(await services.store.rows('select count(*) as n from messages')).toEqual([{ n: 10 }])
    expect(await services.store.rows('select version from sessions')).toEqual([{ version: 10 }])
  })

  it('a message whose turn fails is not stored, is told by a code alone, and holds up nothing', async () => {
    const { store } = services
    await store.atomically([statement('alter table sessions rename to away')])
    const failed = receive(services, text(telephone(1), '张小明上幼儿园'))
    await expect(failed).rejects.toThrow(/^database failure: [A-Z_]+$/)
    await store.atomically([statement('alter table away rename to sessions')])
    expect((await receive(services, text(telephone(1), '幼儿园免费吗'))).replies).toHaveLength(1)
    expect(await store.rows('select count(*) as n from messages')).toEqual([{ n: 1 }])
  })
})

async function oneByOne(address: string): Promise<readonly string[]> {
  const answers: string[] = []
  for (const said of HURRIED) answers.push(wordsOf((await receive(services, text(address, said))).replies))
  return answers
}

async function allAtOnce(address: string): Promise<readonly string[]> {
  const answers = await Promise.all(HURRIED.map((said) => receive(services, text(address, said))))
  return answers.map(({ replies }) => wordsOf(replies))
}

function telephone(at: number): string {
  return `+86129000${String(10_000 + at)}`
}

let sent = 0

function text(address: string, said: string): Inbound {
  sent += 1
  const providerId = `SM${String(sent).padStart(32, '0')}`
  return { channel: 'sms', address, providerId, text: said, media: false }
}
