import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Conversation } from '../conversations/conversation.ts'
import { play } from '../conversations/play.ts'
import { comesTo, keepsItsPromises, ownWords } from '../conversations/promises.ts'
import { RUNS } from '../conversations/runs.ts'
import { runScript } from './program.ts'

const MOTHER = '+8612900000001'
const NOW = '2026-11-23T04:00:00Z'

describe('a talk recorded by the chat', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huixue-'))

  it('is played again in both languages over both channels, and comes to the same', async () => {
    const { conversation } = await record('whole.json', [
      '娃娃上幼儿园能免多少钱',
      '/bo བྱིས་པའི་གླིང་ལ་སློབ་ཡོན་དགོས་སམ།',
      '怎么办理',
      '/bo ཇི་ལྟར་ཞུ་དགོས།',
      'ཐོ་ནོར་འདུག',
      '/zh 登记错了',
    ])
    const runs = RUNS.map((run) => ({ run, played: play(conversation, run) }))
    for (const { run, played } of runs)
      for (const one of played) {
        keepsItsPromises(one, run, ownWords(conversation))
        expect(one.trace.changes).toEqual(one.turn.expect?.changes ?? [])
        comesTo(one, one.turn.expect ?? {}, run)
      }
    expect(conversation.turns.map(({ expect: came }) => came?.intent)).toEqual([
      'ask-programme',
      'ask-how',
      'report-missing',
    ])
    expect(new Set(runs.map(({ played }) => JSON.stringify(played.map(({ trace }) => trace)))).size).toBe(1)
  })

  it('is refused, with the turn named, while it is not written in both', async () => {
    const { conversation } = await record('half.json', ['你好', '/bo བཀྲ་ཤིས་བདེ་ལེགས།', '幼儿园免费吗'])
    expect(() => play(conversation, { language: 'bo', channel: 'sms' })).toThrow(
      'turn 2 is not written in bo yet',
    )
    expect(play(conversation, { language: 'zh-CN', channel: 'sms' })).toHaveLength(2)
  })

  it('takes no wording in the language in which it was said', async () => {
    const { output, conversation } = await record('same.json', ['你好', '/zh 您好'])
    expect(output).toContain('/zh')
    expect(conversation.turns.map(({ say }) => say)).toEqual([{ 'zh-CN': '你好', bo: '' }])
  })

  it('overwrites nothing', async () => {
    const file = join(folder, 'kept.json')
    writeFileSync(file, 'kept')
    const { code, output } = await runScript(['chat', '--', '--record', file], {}, '')
    expect(code).toBe(1)
    expect(output).toContain('EEXIST')
    expect(readFileSync(file, 'utf8')).toBe('kept')
  })

  async function record(name: string, lines: readonly string[]) {
    const file = join(folder, name)
    const { code, output } = await runScript(
      ['chat', '--', '--phone', MOTHER, '--record', file],
      { NOW },
      `${lines.join('\n')}\n`,
    )
    expect([code, output]).toEqual([0, expect.any(String)])
    return { output, conversation: JSON.parse(readFileSync(file, 'utf8')) as Conversation }
  }
})
