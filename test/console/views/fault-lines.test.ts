import { describe, expect, it } from 'vitest'
import { faultLines } from '../../../src/console/views/faults.tsx'
import { FAULT_CODES, PROBLEM_CODES } from '../../../src/fault.ts'
import { isTextKey, LANGUAGES } from '../../../src/i18n/texts.ts'

const FIGURES = { least: 1, most: 9, count: 4, first: '2015-09-01', last: '2036-11-18', day: '2027-09-01' }
const SAID = LANGUAGES.flatMap((language) => [
  ...PROBLEM_CODES.map((code) => ({ language, code, kind: 'problem' as const })),
  ...FAULT_CODES.map((code) => ({ language, code, kind: 'code' as const })),
])
const LATIN = /[a-z]{2,}/i

describe('what is wrong with a form', () => {
  it.each(SAID)('$kind $code is said in $language', ({ language, code, kind }) => {
    expect(isTextKey(`faults:${kind}.${code}`)).toBe(true)
    const [line = ''] =
      kind === 'code'
        ? faultLines(language, { code })
        : faultLines(language, {
            code: 'invalid',
            fields: [{ path: 'name', problem: 'in English', told: { code, params: FIGURES } }],
          })
    expect(line).not.toBe('')
    expect(line).not.toMatch(LATIN)
    expect(/\p{Script=Tibetan}/u.test(line)).toBe(language === 'bo')
  })

  it.each(LANGUAGES)('is never said in the words meant for the API, in %s', (language) => {
    const fields = [
      { path: 'name', problem: 'is odd' },
      { path: 'some.other', problem: 'is odd' },
      { path: '(body)', problem: 'is odd' },
    ]
    expect(faultLines(language, { code: 'invalid', fields }).join()).not.toMatch(LATIN)
  })

  it('names the field, or what the page calls it, and says the same once', () => {
    const told = { code: 'whole-between', params: { least: 3, most: 6 } } as const
    const of = (path: string) => ({ path, problem: '', told })
    const fields = [of('from'), of('changes.0.value'), of('changes.1.value'), of('audience.county')]
    expect(faultLines('zh-CN', { code: 'invalid', fields })).toEqual([
      '从哪天起：要写3到6的整数。',
      '改什么：要写3到6的整数。',
      '县：要写3到6的整数。',
    ])
    const labelOf = (path: string) => (path === 'changes.0.value' ? '助学金' : null)
    expect(faultLines('zh-CN', { code: 'invalid', fields }, labelOf)[1]).toBe('助学金：要写3到6的整数。')
  })
})
