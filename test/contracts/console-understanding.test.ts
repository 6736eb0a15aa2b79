import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createApp } from '../../src/app.ts'
import { everySentence } from '../../src/labelling/list-sentences.ts'
import { endMeasure, labelsNow, latestMeasure } from '../../src/labelling/measures.ts'
import type { Report } from '../../src/labelling/report.ts'
import type { Sentence } from '../../src/labelling/sentence.ts'
import type { Services } from '../../src/services.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { type Browser, browserAt, member, PASSWORD } from './desk.ts'
import { testServices } from './services.ts'
import { send } from './telephones.ts'

const AT = '/console/understanding'

let services: Services & { moveClock: (milliseconds: number) => void }
let measured: string[]
let desk: Browser

beforeEach(async () => {
  const made = await testServices(await openTestStore(), { CONTACT_RATE: '50' })
  measured = []
  services = { ...made, measureLabels: (id) => measured.push(id) }
  await send(services, '+8612900009991', '校服钱谁出')
  await send(services, '+8612900009991', '不是这个意思')
  desk = await staffAt(services)
})

async function staffAt(running: Services, username = 'lixia'): Promise<Browser> {
  await member(services, username, 'province-administrator', PROVINCE)
  const browser = browserAt(createApp(running))
  await browser.post('/console/sign-in', { username, password: PASSWORD })
  return browser
}

async function sentence(): Promise<Sentence> {
  const found = await everySentence(services, tokenActor('test'), { labelled: null, language: null })
  return found?.[0] ?? expect.unreachable()
}

async function page(browser = desk, query = ''): Promise<string> {
  return (await browser.get(`${AT}${query}`)).text()
}

function handIn(browser: Browser, text: string): Promise<Response> {
  return browser.hand(`${AT}/report`, {}, new File([text], 'report.json'))
}

const half = { of: 2, before: 1, after: 2 }
const none = { of: 0, before: 0, after: 0 }
async function report(): Promise<Report> {
  const { id } = await sentence()
  return {
    labels: (await labelsNow(services)).digest,
    data: 'x',
    learnt: [{ id, before: false, after: true }],
    leftOut: [],
    sets: [{ language: 'zh-CN', understood: half, refused: none }],
    flips: [
      {
        language: 'zh-CN',
        text: '校车几点来',
        wanted: { intent: 'out-of-scope', topic: null },
        before: { intent: 'ask-how', topic: 'loan' },
        after: { intent: 'out-of-scope', topic: null },
        turn: 'better',
      },
    ],
  }
}

describe(`sentences at the desk on ${PLATFORM}`, () => {
  it('are shown with what they were taken for, in the language of who reads', async () => {
    expect(await page()).toMatch(/校服钱谁出[\s\S]*听成了：不是我们管的/)
    await desk.post('/console/account/language', { language: 'bo', back: AT })
    expect(await page()).toMatch(/校服钱谁出[\s\S]*གོ་དོན།/)
  })

  it('are labelled, and the label taken back, on the page one came from', async () => {
    const { id } = await sentence()
    const given = { intent: 'ask-how', topic: 'compulsory', state: 'all', language: 'zh-CN', after: '' }
    const response = await desk.post(`${AT}/sentences/${id}/label`, given)
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `${AT}?state=all&language=zh-CN`,
    ])
    expect(await page()).toContain('没有要标的话')
    expect(await page(desk, '?state=labelled')).toContain('lixia 标为：怎么办理 · 小学初中')
    await desk.post(`${AT}/sentences/${id}/take-back`)
    expect((await sentence()).label).toBeNull()
  })

  it('tell that a release has learnt of a label', async () => {
    const { id } = await sentence()
    await desk.post(`${AT}/sentences/${id}/label`, { intent: 'out-of-scope' })
    expect(await page(desk, '?state=labelled')).toContain('现在已经听得懂')
    await desk.post(`${AT}/sentences/${id}/label`, { intent: 'thanks' })
    expect(await page(desk, '?state=labelled')).not.toContain('现在已经听得懂')
  })

  it('say what is wrong with a label, and keep what was chosen', async () => {
    const { id } = await sentence()
    const response = await desk.post(`${AT}/sentences/${id}/label`, { intent: 'ask-programme', topic: '' })
    expect(response.status).toBe(422)
    expect(await response.text()).toMatch(/要选是哪个项目[\s\S]*<option value="ask-programme" selected/)
  })

  it('are discarded, after which they are gone', async () => {
    const { id } = await sentence()
    await desk.post(`${AT}/sentences/${id}/discard`)
    expect(await page(desk, '?state=all')).toContain('没有要标的话')
    expect((await desk.post(`${AT}/sentences/${id}/label`, { intent: 'thanks' })).status).toBe(422)
    expect((await desk.post(`${AT}/sentences/${id}/praise`)).status).toBe(404)
  })

  it('are taken along in a sheet in which none is a formula', async () => {
    await send(services, '+8612900009992', '=1+1 书包钱谁出')
    await send(services, '+8612900009992', '不是这个意思')
    const response = await desk.get(`${AT}/sentences.csv`)
    expect(response.headers.get('content-disposition')).toContain('huixue-sentences.csv')
    expect(await response.text()).toMatch(/意思 intent[\s\S]*'=1\+1 书包钱谁出/)
  })
})

describe(`what labels change, at the desk on ${PLATFORM}`, () => {
  it('is measured on demand, one measurement at a time, and shown with what flips', async () => {
    expect((await desk.post(`${AT}/measure`)).status).toBe(409)
    await desk.post(`${AT}/sentences/${(await sentence()).id}/label`, { intent: 'thanks' })
    await desk.post(`${AT}/measure`)
    await desk.post(`${AT}/measure`)
    expect(measured).toHaveLength(1)
    expect(await page()).toContain('正在量')
    await endMeasure(services, measured[0] ?? '', await report())
    const shown = await page()
    for (const words of ['1 / 2（50%）', '2 / 2（100%）', '校车几点来', '变对了', '采用以后 1 句'])
      expect(shown).toContain(words)
    expect(shown).not.toContain('标注又变了')
    await desk.post(`${AT}/sentences/${(await sentence()).id}/label`, { intent: 'greeting' })
    expect(await page()).toContain('标注又变了')
  })

  it('is told as failed where the measurement failed, or was cut off', async () => {
    await desk.post(`${AT}/sentences/${(await sentence()).id}/label`, { intent: 'thanks' })
    await desk.post(`${AT}/measure`)
    await endMeasure(services, measured[0] ?? '', null)
    expect(await page()).toContain('上一次没有量成')
    await desk.post(`${AT}/measure`)
    expect((await latestMeasure(services))?.state).toBe('running')
    services.moveClock(16 * 60_000)
    expect((await latestMeasure(services))?.state).toBe('failed')
    await desk.post(`${AT}/measure`)
    expect(measured).toHaveLength(3)
  })

  it('is measured elsewhere where it cannot be here, and handed in', async () => {
    const { measureLabels: _, ...elsewhere } = services
    const far = await staffAt(elsewhere, 'far.away')
    await desk.post(`${AT}/sentences/${(await sentence()).id}/label`, { intent: 'thanks' })
    const shown = await page(far)
    expect(shown).toContain('npm run understanding:review')
    expect(shown).not.toContain(`${AT}/measure`)
    expect((await far.post(`${AT}/measure`)).status).toBe(409)
    expect((await far.post(`${AT}/report`, { file: 'no file' })).status).toBe(422)
    expect((await handIn(far, '{"labels":"x"}')).status).toBe(422)
    expect((await handIn(far, JSON.stringify(await report()))).status).toBe(303)
    expect(await page(far)).toContain('校车几点来')
    expect(JSON.stringify(await services.store.rows('select action from audit_entries'))).toContain(
      'sentence.measure',
    )
  })
})
