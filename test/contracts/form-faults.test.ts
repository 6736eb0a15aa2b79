import { beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import type { Services } from '../../src/services.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { type Browser, signedInAs } from './desk.ts'
import { importFamilies, telephoneOf } from './families.ts'
import { testServices } from './services.ts'
import { send } from './telephones.ts'

let services: Services
let browser: Browser
let caseAt = ''

// Once for all: a form that is refused changes nothing.
beforeAll(async () => {
  services = await testServices(await openTestStore())
  await importFamilies(services, [{}])
  await send(services, telephoneOf(0), '我要找人工')
  const [row] = await services.store.rows<{ id: string }>('select id from cases')
  caseAt = `/console/cases/${row?.id ?? ''}`
  browser = await signedInAs(services, 'admin', 'province-administrator', PROVINCE)
})

type Form = Readonly<Record<string, string>>
const DECISION = { name: '提高标准', from: '2027-09-01', citation: '甘教〔2027〕1号', source: '原文' }
const GRANT = 'figure.secondary-vocational-grant-yuan'
const AUDIENCE = { name: '提醒', county: '621223', do: 'preview', zh: '请来', bo: '' }

/** A form that is not right, the page that shows it, and what it says. */
const WRONG: readonly (readonly [of: string, at: string, form: Form, zh: string, bo: string])[] = [
  ['a policy that is empty', '/console/policy', {}, '名称：要写。', 'མིང་། འདི་འབྲི་དགོས།'],
  [
    'a policy of a day that is none',
    '/console/policy',
    { ...DECISION, from: 'soon' },
    '从哪天起：要写日期。',
    'ཟླ་ཚེས་འབྲི་དགོས།',
  ],
  ['a policy that changes nothing', '/console/policy', DECISION, '改什么：要写。', 'བཅོས་པ། འདི་འབྲི་དགོས།'],
  [
    'a policy far ahead',
    '/console/policy',
    { ...DECISION, from: '2099-09-01', [GRANT]: '2500' },
    '要在2015-09-01到',
    '2015-09-01ནས་',
  ],
  [
    'a figure that is no number',
    '/console/policy',
    { ...DECISION, [GRANT]: 'much' },
    '要写数字。',
    'ཨང་ཀི་འབྲི་དགོས།',
  ],
  ['a figure out of range', '/console/policy', { ...DECISION, [GRANT]: '-1' }, '整数。', 'ཨང་ཀི་ཆ་ཚང་'],
  ['a figure as it is', '/console/policy', { ...DECISION, [GRANT]: '2000' }, '本来就是这样。', 'འགྱུར་བ་མེད།'],
  [
    'an answer without words',
    'case/reply',
    { zh: '', bo: '' },
    '汉语：没有写，这一家读这种文字。',
    'རྒྱ་སྐད། བྲིས་མི་འདུག',
  ],
  ['an answer not filled in', 'case/reply', { zh: '{{child}}' }, '没有填。', 'སྟོང་ཆ་'],
  ['an answer that is too long', 'case/reply', { zh: '长'.repeat(400) }, '最多占5条短信。', 'འཕྲིན་ཐུང་5'],
  ['an outcome of another kind', 'case/resolve', { outcome: 'paid' }, '没有这个结果。', 'མཇུག་འབྲས་འདི་མེད།'],
  ['no outcome', 'case/resolve', { outcome: 'none' }, '结果：要从列出来的里面选。', 'འདེམས་དགོས།'],
  [
    'a broadcast without a text',
    '/console/broadcasts/new',
    { ...AUDIENCE, zh: '' },
    '至少要写一种。',
    'གང་རུང་ཞིག་',
  ],
  [
    'a broadcast that has no name',
    '/console/broadcasts/new',
    { ...AUDIENCE, name: '' },
    '名称：要写。',
    'འདི་འབྲི་དགོས།',
  ],
  [
    'a broadcast with a brace',
    '/console/broadcasts/new',
    { ...AUDIENCE, zh: '{child' },
    '花括号不对。',
    'གུག་རྟགས་',
  ],
  [
    'a broadcast of a sum',
    '/console/broadcasts/new',
    { ...AUDIENCE, zh: '{{sum}}' },
    '要先选项目。',
    'རྣམ་གྲངས་འདེམས་',
  ],
  ['a sample without a seed', '/console/inspection/sample', { seed: '' }, '种子：要写1到200个字。', 'ས་བོན།'],
  [
    'a new member without a name',
    '/console/staff',
    { username: 'x', name: '', role: 'operator', area: '62' },
    '用户名：要用3到30个',
    '3ནས་30',
  ],
  [
    'a new member of nowhere',
    '/console/staff',
    { username: 'abc', name: 'x', role: 'operator', area: '99' },
    '没有这个地方。',
    'ས་ཆ་འདི་མེད།',
  ],
]
const CASES = WRONG.flatMap(([of, at, form, zh, bo]) => [
  { of, at, form, language: 'zh-CN', said: zh },
  { of, at, form, language: 'bo', said: bo },
])

describe(`a form that is not right on ${PLATFORM}`, () => {
  it.each(CASES)('says of $of what is wrong, in $language', async ({ at, form, language, said }) => {
    await browser.post('/console/account/language', { language, back: '/console' })
    const response = await browser.post(at.startsWith('case') ? at.replace('case', caseAt) : at, form)
    const page = await response.text()
    const alert = /<div class="fault" role="alert">(.*?)<\/div>/s.exec(page)?.[1] ?? ''
    const words = alert.replace(/<[^>]*>/g, ' ')
    expect(words).toContain(said)
    expect(words).not.toMatch(/[a-z]{2,}/i)
  })

  it('of a new member keeps what was filled in', async () => {
    const form = { username: 'x', name: '卓玛', role: 'approver', area: '6230', township: '城关镇' }
    const page = await (await browser.post('/console/staff', form)).text()
    for (const kept of ['value="x"', 'value="卓玛"', 'value="城关镇"']) expect(page).toContain(kept)
    for (const chosen of ['approver', '6230'])
      expect(page).toMatch(new RegExp(`<option value="${chosen}" selected=""`))
  })
})
