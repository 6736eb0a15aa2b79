import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import type { Office } from '../../src/register/office.ts'
import { importOffices, type RefusedOffice } from '../../src/register/offices/import.ts'
import { loadOffices, OFFICES_VERSION } from '../../src/register/offices/load.ts'
import { receive } from '../../src/inbox/receive.ts'
import { wordsOf } from '../conversation/words.ts'
import { importPersonas, testServices } from './services.ts'

let services: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  services = await testServices(await openTestStore())
})

const HEADER = '县,项目,开始日期,截止日期,所需材料,所需材料(藏文),地点,电话,生效日期'
const ALL = '宕昌县,,2026-11-01,2026-11-27,户口本,ཐེམ་ཐོ།,县教育局,0939-6121234,2026-09-01'
const GRANT = '宕昌县,中职补助,2026-10-01,2026-11-30,学籍证明,,,,'
const FILE = [ALL, GRANT]
const HOUR_MS = 3600 * 1000
const DAY_MS = 24 * HOUR_MS
/** Of the persona with a child in kindergarten, in 宕昌县. */
const MOTHER = '+8612900000001'

async function takeFile(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const source = {
    name: 'offices.csv',
    digest: 'digest',
    async *open() {
      yield bytes
    },
  }
  const refused: RefusedOffice[] = []
  const result = await importOffices(services, source, { by: 'test', refused: (one) => refused.push(one) })
  if (!result.ok) throw new Error(result.fault)
  return { ...result, refused }
}

const take = (...rows: readonly string[]) => takeFile(`${[HEADER, ...rows].join('\n')}\n`)

/** What the conversation would be given now. */
async function entries(county: string): Promise<readonly Office[]> {
  const [row] = await services.store.rows<{ version: number | null }>(`select ${OFFICES_VERSION} as version`)
  return (await loadOffices(services.store, row?.version ?? null)).get(county) ?? []
}

describe(`an office’s table imported on ${PLATFORM}`, () => {
  it('is what the conversation is given, in force from its day or from today', async () => {
    expect(await entries('621223')).toEqual([])
    expect((await take(...FILE)).counts).toEqual({ read: 2, added: 2, changed: 0, unchanged: 0, rejected: 0 })
    expect(await entries('621223')).toEqual([
      {
        county: '621223',
        programme: null,
        opensOn: '2026-11-01',
        closesOn: '2026-11-27',
        papers: { 'zh-CN': '户口本', bo: 'ཐེམ་ཐོ' },
        place: { 'zh-CN': '县教育局', bo: null },
        telephone: '0939-6121234',
        validFrom: '2026-09-01',
      },
      expect.objectContaining({ programme: 'secondary-vocational-grant', validFrom: '2026-11-18' }),
    ])
    expect(await entries('620821')).toEqual([])
  })

  it('changes nothing when it is repeated, on a later day too', async () => {
    await take(...FILE)
    services.moveClock(5 * DAY_MS)
    expect((await take(...FILE)).counts).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
    expect(await entries('621223')).toHaveLength(2)
  })

  it('is told anew at once when it is changed, and an entry of a later day waits beside the earlier', async () => {
    await take(ALL)
    expect((await take(ALL.replace('2026-11-27', '2026-12-05'))).counts).toMatchObject({ changed: 1 })
    expect(await entries('621223')).toMatchObject([{ closesOn: '2026-12-05' }])
    expect((await take(ALL.replace('2026-09-01', '2027-01-01'))).counts).toMatchObject({ added: 1 })
    expect((await entries('621223')).map(({ validFrom }) => validFrom)).toEqual(['2026-09-01', '2027-01-01'])
  })

  it('takes the good rows and tells of the others by line and column', async () => {
    const { counts, refused } = await take(
      ALL,
      '凤翔县,,,,,,,0939-6121234,',
      ALL.replace('户口本', '身份证'),
      GRANT,
    )
    expect(counts).toEqual({ read: 4, added: 2, changed: 0, unchanged: 0, rejected: 2 })
    expect(refused.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, 'county', 'county-unknown'],
      [4, 'county', 'entry-repeated'],
    ])
  })

  it('takes an entry once that stands in the file twice', async () => {
    expect((await take(ALL, ALL)).counts).toMatchObject({ added: 1, unchanged: 1, rejected: 0 })
  })

  it('reads the file behind its mark, and in GB18030', async () => {
    await takeFile(`\uFEFF县,电话\n621223,0939-6121234\n`)
    // 县,电话 ⏎ 621223,0939-6121234, which no encoder of the platform writes.
    const hex = 'cfd82cb5e7bbb00a3632313232332c303933392d363132313233340a'
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    expect((await takeFile(bytes)).counts).toMatchObject({ read: 1, unchanged: 1 })
  })

  it('is told to families by the day in Shanghai: nine days on till midnight there, then eight', async () => {
    await importPersonas(services)
    await take(ALL)
    const ask = async (providerId: string) => {
      const inbound = {
        channel: 'sms',
        address: MOTHER,
        providerId,
        text: '怎么办理',
        media: false,
      } as const
      return wordsOf((await receive(services, inbound)).replies)
    }
    services.moveClock(12 * HOUR_MS - 1)
    expect(await ask('1')).toMatch(
      /2026年11月27日截止，还有9天[\s\S]*户口本[\s\S]*县教育局[\s\S]*0939-6121234/,
    )
    services.moveClock(1)
    expect(await ask('2')).toContain('还有8天')
  })

  it('remembers the file and who', async () => {
    await take(...FILE)
    expect(await services.store.rows('select kind, file, by, state from imports')).toEqual([
      { kind: 'offices', file: 'offices.csv', by: 'test', state: 'done' },
    ])
  })
})
