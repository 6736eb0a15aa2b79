import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { importFamilies, telephoneOf, VOCATIONAL } from '../families.ts'
import { send } from '../telephones.ts'
import { approved, openScene, PLAN, read, type Scene, sendAll } from './scene.ts'

let scene: Scene

beforeEach(async () => {
  scene = await openScene()
})

describe(`a broadcast on ${PLATFORM}`, () => {
  it('reaches each family of its audience once, in its language and by name, and nobody else', async () => {
    const { services, sms } = scene
    await importFamilies(services, [
      {},
      { language: '藏语', children: [['བཀྲ་ཤིས', VOCATIONAL]] },
      { children: [['李小雨', '03']] },
      { county: '620422' },
      { lifted: true },
      {
        children: [
          ['马一', VOCATIONAL],
          ['马二', VOCATIONAL],
        ],
      },
    ])
    const id = await approved(services)
    await sendAll(services)
    expect(sms.addresses().toSorted()).toEqual([telephoneOf(0), telephoneOf(1), telephoneOf(5)])
    expect(sms.textTo(telephoneOf(0))).toEqual(['王志强可以申请中职助学金，每学年2000元。'])
    expect(sms.textTo(telephoneOf(5))).toEqual(['马一、马二可以申请中职助学金，每学年2000元。'])
    expect(sms.textTo(telephoneOf(1))[0]).toMatch(/^བཀྲ་ཤིས་ལ་.*ཡུ་ཨན་2000རེད།$/u)
    expect(await read(services, id)).toMatchObject({
      broadcast: { state: 'done' },
      counts: { queued: 0, sent: 3, failed: 0, skipped: 0 },
    })
  })

  it('says of each family that it skips why, and counted them before', async () => {
    const { services, sms } = scene
    await importFamilies(services, [{}, { telephone: '' }, {}, { language: '藏语' }])
    await send(services, telephoneOf(2), '停止')
    const { body } = PLAN
    const id = await approved(services, {
      body: { 'zh-CN': `${body['zh-CN']}{{window}}`, bo: body.bo ?? '' },
    })
    expect((await read(services, id)).broadcast.estimate).toMatchObject({
      size: 4,
      messages: 1,
      skipped: { 'no-address': 1, stopped: 1, 'no-window': 1 },
    })
    await sendAll(services)
    expect(sms.addresses()).toEqual([telephoneOf(3)])
    expect(await read(services, id)).toMatchObject({
      counts: { sent: 1, skipped: 3 },
      skippedBecause: { 'no-address': 1, stopped: 1, 'no-window': 1 },
    })
  })
})
