import { describe, expect, it } from 'vitest'
import { importFamilies } from '../../contracts/families.ts'
import { asStaff, OTHER_TOKEN, staffApp } from './app.ts'

const AT = '/api/v1/policy/proposals'
const DRAFT = {
  name: '脱贫户也算',
  from: '2026-11-18',
  changes: [{ kind: 'standings', standings: ['registered', 'lifted'] }],
  citation: '甘教发〔2026〕12号',
  source: '自2026年11月18日起，脱贫户同等对待。',
}

type Read = Readonly<Record<string, unknown>>

async function read(response: Response): Promise<Read> {
  const body: unknown = await response.json()
  if (typeof body !== 'object' || body === null) throw new Error('no object')
  return { ...body }
}

async function proposed() {
  const { services, app } = await staffApp()
  await importFamilies(services, [{}, { lifted: true }])
  const made = await asStaff(app, AT, DRAFT)
  expect(made.status).toBe(201)
  const { id } = await read(made)
  return { app, at: `${AT}/${String(id)}` }
}

describe('the policy part of the staff API', () => {
  it('tells the book of a day, with what says so', async () => {
    const { app } = await staffApp()
    const book = await read(await asStaff(app, '/api/v1/policy?day=2017-09-01'))
    expect(book['day']).toBe('2017-09-01')
    expect(book['figures']).toContainEqual({
      id: 'student-loan-yuan',
      unit: 'yuan',
      value: 8000,
      from: '2015-09-01',
      citation: '二(一)·7',
      isAmended: false,
    })
  })

  it('tells whom a proposal moves before anybody approves it', async () => {
    const { app, at } = await proposed()
    const effect = await read(await asStaff(app, `${at}/effect`))
    expect(effect['totals']).toContainEqual({ effect: 'gains', households: 1, persons: 1 })
    expect(effect['progress']).toMatchObject({ households: 2, total: 2, day: '2026-11-18' })
    const moved = await read(await asStaff(app, `${at}/moved?programme=secondary-vocational-grant`))
    expect(moved).toMatchObject({ moved: [{ effect: 'gains', because: ['registered'] }], next: null })
  })

  it('is approved by another token, and by none twice over', async () => {
    const { app, at } = await proposed()
    expect((await asStaff(app, `${at}/approve`, {})).status).toBe(403)
    const approved = await asStaff(app, `${at}/approve`, {}, OTHER_TOKEN)
    expect(await read(approved)).toMatchObject({ state: 'approved', isInForce: true, decidedBy: 'other' })
    expect((await asStaff(app, `${at}/refuse`, { remark: 'x' }, OTHER_TOKEN)).status).toBe(409)
    const listed = await read(await asStaff(app, `${AT}?state=approved`))
    expect(listed['proposals']).toHaveLength(1)
  })

  it.each([
    ['an unknown figure', { changes: [{ kind: 'figure', figure: 'hen', value: 1 }] }, 'changes.0.figure'],
    [
      'an unknown county',
      { changes: [{ kind: 'county', category: 'plan', county: '1', listed: true }] },
      'changes.0.county',
    ],
    ['a day that is none', { from: '2026-02-30' }, 'from'],
    ['a day before the plan', { from: '2015-08-31' }, 'from'],
    ['no change', { changes: [] }, 'changes'],
    ['no citation', { citation: ' ' }, 'citation'],
    ['a field of its own', { hen: 1 }, 'hen'],
  ])('refuses a proposal with %s, and says where', async (_, change, path) => {
    const { app } = await staffApp()
    const refused = await asStaff(app, AT, { ...DRAFT, ...change })
    expect(refused.status).toBe(422)
    expect((await read(refused))['errors']).toMatchObject([{ path }])
  })

  it('knows nothing of a proposal that is not there', async () => {
    const { app } = await staffApp()
    const none = `${AT}/${'0'.repeat(26)}`
    for (const path of [none, `${none}/effect`, `${none}/moved`])
      expect((await asStaff(app, path)).status).toBe(404)
    expect((await asStaff(app, `${none}/approve`, {})).status).toBe(404)
  })
})
