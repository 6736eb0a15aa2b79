import { beforeAll, describe, expect, it } from 'vitest'
import { demoLedgerLines, demoOfficeLines } from '../../src/cli/demo-entries.ts'
import { loadDemoRegister } from '../../src/cli/demo-register.ts'
import { receive } from '../../src/inbox/receive.ts'
import { PERSONAS } from '../../src/register/sample/personas.ts'
import type { Services } from '../../src/services.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { testServices } from '../contracts/services.ts'
import { wordsOf } from '../conversation/words.ts'

let services: Services
let sent = 0

beforeAll(async () => {
  services = await testServices(openSqlite(':memory:'))
  await loadDemoRegister(services)
})

async function ask(persona: (typeof PERSONAS)[number]['id'], text: string): Promise<string> {
  const address = PERSONAS.find(({ id }) => id === persona)?.telephone ?? ''
  const inbound = { channel: 'sms', address, providerId: `demo ${++sent}`, text, media: false } as const
  return wordsOf((await receive(services, inbound)).replies)
}

describe('the demo’s register', () => {
  it('takes every row of what its offices entered', async () => {
    const imports = await services.store.rows<{ kind: string; counts: string }>(
      `select kind, counts from imports where kind in ('offices', 'ledger') order by kind`,
    )
    expect(imports.map(({ kind, counts }) => [kind, JSON.parse(counts) as unknown])).toMatchObject([
      ['ledger', { read: [...demoLedgerLines('2026-11-18', [])].length - 1, rejected: 0 }],
      ['offices', { read: [...demoOfficeLines('2026-11-18')].length - 1, rejected: 0 }],
    ])
  })

  it.each([
    ['kindergarten', '怎么办理', ['还有9天', '演示', '虚构', '电话县里还没有录入']],
    ['final-year', '怎么办理', ['县里还没有录入这里']],
    ['kindergarten', '钱到账了没有', ['县里还没有录入这里']],
    ['vocational', '钱到账了没有', ['没有批准', '缺少学籍证明（演示）', '已经发放']],
    ['three-children', '钱到账了没有', ['已经批准', '75天', '已经申请']],
    ['herders', 'དངུལ་འབྱོར་སོང་ངམ', ['1000']],
    ['herders', 'རེ་ཞུ་ཇི་ལྟར་བྱེད', ['དཔེ་སྟོན']],
  ] as const)('tells %s, who asks %s, of it', async (persona, text, parts) => {
    const said = await ask(persona, text)
    for (const part of parts) expect(said).toContain(part)
  })

  it('says of every place and paper that it is the demo’s, and gives no telephone', async () => {
    const rows = await services.store.rows<Record<string, string | null>>('select * from offices')
    for (const { place, place_bo, papers, papers_bo, telephone } of rows) {
      for (const words of [place, papers]) expect(words).toContain('演示')
      for (const words of [place_bo, papers_bo]) expect(words).toContain('དཔེ་སྟོན')
      expect(telephone).toBeNull()
    }
  })

  it('is loaded once', async () => {
    const before = await services.store.rows('select count(*) as n from imports')
    await loadDemoRegister(services)
    expect(await services.store.rows('select count(*) as n from imports')).toEqual(before)
  })
})
