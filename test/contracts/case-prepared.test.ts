import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { readCase } from '../../src/cases/read-case.ts'
import { replyToCase } from '../../src/cases/reply-to-case.ts'
import type { Services } from '../../src/services.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import { statement } from '../../src/storage/store.ts'
import { type Browser, signedInAs } from './desk.ts'
import { importFamilies, telephoneOf } from './families.ts'
import { testServices } from './services.ts'
import { send } from './telephones.ts'

const HOME = { code: '621223', township: null }

let services: Services
let child = ''
let id = ''

beforeEach(async () => {
  services = await testServices(await openTestStore())
  await importFamilies(services, [{}, { children: [['李小红', '03']] }])
  child = await personCalled('王志强')
  await send(services, telephoneOf(0), '我要找人工')
  const [row] = await services.store.rows<{ id: string }>('select id from cases')
  id = row?.id ?? ''
  await services.store.atomically([statement("update cases set kind = 'refused'", [])])
})

async function personCalled(name: string): Promise<string> {
  const stage = name === '王志强' ? 'secondary-vocational' : 'primary'
  const [row] = await services.store.rows<{ id: string }>(
    `select id from persons where stage = '${stage}'`,
    [],
  )
  return row?.id ?? ''
}

const body = (browser: Browser, path: string) => browser.get(path).then((response) => response.text())
const areasOf = (page: string) =>
  [...page.matchAll(/<textarea name="(zh|bo)"[^>]*>([^<]*)</g)].map(([, name, text]) => `${name}: ${text}`)

describe(`a text prepared for a case on ${PLATFORM}`, () => {
  it('is chosen by kind and outcome, and filled in both languages from the case', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const choice = await body(operator, `/console/cases/${id}/prepared`)
    expect(choice).toContain('value="granted.granted"')
    expect(choice).toContain('给[孩子]办[项目]，已经同意了。')
    expect(choice).toContain(`<option value="${child}">王志强</option>`)
    expect(choice).not.toContain('李小红')
    const asked = `text=granted.granted&child=${child}&programme=secondary-vocational-grant`
    const page = await body(operator, `/console/cases/${id}?${asked}`)
    expect(page).toMatch(/<option value="granted" selected="">/)
    expect(areasOf(page)).toEqual([
      'zh: ',
      'bo: ',
      'zh: 给王志强办中职助学金，已经同意了。想知道怎么办理，回复“怎么办理”。',
      'bo: 王志强 ལ་འབྲིང་རིམ་ལས་རིགས་སློབ་གྲྭའི་སློབ་སྦྱོང་རོགས་དངུལ་ཐོབ་པར་ཁས་བླངས་ཟིན། རེ་ཞུ་ཇི་ལྟར་བྱེད་པ་ཤེས་འདོད་ན་“རེ་ཞུ་ཇི་ལྟར་བྱེད”བྲིས་རོགས།',
    ])
  })

  it('stands on the page with the name of who answered and what it came to in a word for staff', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    await services.store.atomically([statement("update staff_users set name = '马会计'")])
    const settled = await operator.post(`/console/cases/${id}/resolve`, {
      outcome: 'granted',
      zh: '请带户口本来',
      bo: '',
    })
    expect(settled.status).toBe(303)
    const page = await body(operator, `/console/cases/${id}`)
    expect(page).toContain('· 马会计')
    expect(page).toContain('<dd>同意办理</dd>')
  })

  it('cannot be sent while a place in it is open, and nothing that was written is lost', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const page = await body(operator, `/console/cases/${id}?text=ask-refused`)
    const [zh = '', bo = ''] = areasOf(page).map((area) => area.slice(4))
    expect(zh).toContain('{{child}}')
    const refused = await operator.post(`/console/cases/${id}/reply`, { zh, bo: `${bo} བོད།` })
    expect(refused.status).toBe(422)
    const again = await refused.text()
    expect(areasOf(again).slice(0, 2)).toEqual([`zh: ${zh}`, `bo: ${bo} བོད།`])
    expect(await readCase(services, tokenActor('test'), id)).toMatchObject({
      messages: [{ author: 'family' }],
    })
    const filled = zh.replace('{{child}}', '王志强').replace('{{programme}}', '助学金')
    expect((await operator.post(`/console/cases/${id}/reply`, { zh: filled })).status).toBe(303)
  })

  it.each(['{{child}}不符合条件', '{child', '王志强｝'])('is refused by every way in: %s', async (zh) => {
    const sent = await replyToCase(services, tokenActor('test'), id, { 'zh-CN': zh })
    expect(sent).toMatchObject({ ok: false, fault: { code: 'invalid', fields: [{ path: 'text.zh-CN' }] } })
  })

  it('begins with no outcome chosen, and settles nothing until one is', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    expect(await body(operator, `/console/cases/${id}`)).toContain('<option value="">请选结果</option>')
    const settled = await operator.post(`/console/cases/${id}/resolve`, { outcome: '', zh: '', bo: '' })
    expect(settled.status).toBe(422)
    expect((await readCase(services, tokenActor('test'), id))?.state).toBe('open')
  })

  it('names nobody of another household, and nothing that is none', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const other = await personCalled('李小红')
    const page = await body(operator, `/console/cases/${id}?text=ask-late&child=${other}`)
    expect(page).not.toContain('李小红')
    expect(areasOf(page).every((area) => area.length === 4)).toBe(true)
    const refused = await body(
      operator,
      `/console/cases/${id}?text=ask-refused&child=${other}&programme=none`,
    )
    expect(areasOf(refused)[0]).toContain('{{child}}办{{programme}}')
  })

  it('is for who may answer, in the area, while the case is open', async () => {
    const inspector = await signedInAs(services, 'inspector', 'inspector', HOME)
    expect((await inspector.get(`/console/cases/${id}/prepared`)).status).toBe(403)
    const far = await signedInAs(services, 'far', 'operator', { code: '623025', township: null })
    expect((await far.get(`/console/cases/${id}/prepared`)).status).toBe(404)
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    expect((await operator.post(`/console/cases/${id}/resolve`, { outcome: 'granted' })).status).toBe(303)
    expect((await operator.get(`/console/cases/${id}/prepared`)).status).toBe(404)
  })

  it('leaves in the audit whose names were looked at', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    await operator.get(`/console/cases/${id}/prepared`)
    const looks = await services.store.rows("select 1 from audit_entries where action = 'household.read'", [])
    expect(looks).toHaveLength(1)
  })
})
