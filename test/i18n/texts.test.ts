import { describe, expect, it } from 'vitest'
import { isTextKey, textIn, textsIn } from '../../src/i18n/texts.ts'

describe('texts', () => {
  it('are given in the language asked for', () => {
    expect(textsIn('zh-CN')('policy:topic.kindergarten.name')).toBe('幼儿园')
    expect(textsIn('bo')('policy:topic.kindergarten.name')).toBe('བྱིས་པའི་གླིང')
  })

  it('take values as they are, even such as look like placeholders or nested texts', () => {
    const name = '{{who}} $t(conversation:thanks) <b>'
    expect(textsIn('zh-CN')('conversation:answer.gets', { who: name })).toContain(name)
  })

  it('throw where a placeholder has no value', () => {
    expect(() => textsIn('bo')('conversation:answer.gets')).toThrow('no value')
  })

  it('put into words only what their sentence holds', () => {
    const named: string[] = []
    const params = { who: '小明', office: '教育局' }
    const text = textIn('zh-CN', 'conversation:answer.gets', params, (param) => {
      named.push(param)
      return `“${param}”`
    })
    expect(text).toContain('“小明”')
    expect(named).toEqual(['小明'])
  })

  it('are known by name', () => {
    expect(isTextKey('policy:topic.loan.name')).toBe(true)
    expect(isTextKey('policy:topic.moon.name')).toBe(false)
  })
})
