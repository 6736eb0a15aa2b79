import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HURRIED } from '../conversation/hurried.ts'
import { type Program, startProgram } from './program.ts'
import { sendAtOnce, telephone } from './telephone.ts'

/** The real program, over HTTP. */
describe('texts at once to the running program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huixue-'))
  let program: Program
  beforeAll(async () => {
    program = await startProgram('start', { DEMO: '1', DATABASE_PATH: join(folder, 'huixue.db') })
  })
  afterAll(async () => {
    await program.stop()
  })

  it('ten from one telephone are answered as ten that waited for their answers', async () => {
    const patient = await oneByOne('+8612900020001')
    expect(await sendAtOnce(program.url, '+8612900020002', HURRIED)).toEqual(patient)
  })

  it('ten from each of a hundred telephones are all answered, in order', async () => {
    const patient = await oneByOne('+8612900030000')
    const telephones = Array.from({ length: 100 }, (_, at) => `+86129000${String(30_001 + at)}`)
    const answers = await Promise.all(telephones.map((from) => sendAtOnce(program.url, from, HURRIED)))
    for (const answered of answers) expect(answered).toEqual(patient)
  })

  async function oneByOne(from: string): Promise<readonly (readonly string[])[]> {
    const text = telephone(program.url, from)
    const answers: (readonly string[])[] = []
    for (const said of HURRIED) answers.push(await text(said))
    return answers
  }
})
