import { describe, expect, it } from 'vitest'
import { OUTCOMES_OF } from '../../src/cases/outcomes.ts'
import { isUnfilled, PREPARED, preparedText } from '../../src/cases/prepared.ts'
import { replyNotice, settledNotice } from '../../src/cases/notice.ts'
import { CASE_KINDS } from '../../src/conversation/case.ts'
import { SMS_SEGMENTS } from '../../src/conversation/rendering/render.ts'
import { segmentsOf } from '../../src/conversation/rendering/segments.ts'
import { LANGUAGES } from '../../src/i18n/texts.ts'
import { PROGRAMME_IDS } from '../../src/policy/programmes/index.ts'
import { COUNTIES } from '../../src/regions/county.ts'
import { grammarFaults } from '../../src/understanding/tibetan/grammar.ts'

// A long name of Gannan as the register writes it; who is a Tibetan reader may write it in Tibetan.
const NAMES = ['王志强', '仁青东知卓玛措', 'རིན་ཆེན་དོན་གྲུབ']
const KINDS = CASE_KINDS.map((kind) => ({ kind }))
const LANGUAGE_LIST = LANGUAGES.map((language) => ({ language }))

describe('the texts prepared for cases', () => {
  it.each(KINDS)(
    'answer a case of kind $kind that stays open, and settle it each way it may end',
    ({ kind }) => {
      const settled = PREPARED[kind].flatMap(({ outcome }) => outcome ?? [])
      const isAnswered = PREPARED[kind].some(({ outcome }) => outcome === null)
      expect(isAnswered).toBe(true)
      expect(new Set(settled)).toEqual(new Set(OUTCOMES_OF[kind]))
    },
  )

  it.each(LANGUAGE_LIST)(
    'fit a message in $language with the longest names that there are',
    ({ language }) => {
      const recipient = {
        contactId: '',
        channel: 'sms',
        address: '',
        language,
        reference: 'A1B2C3D4',
        stopped: false,
      } as const
      for (const { text, outcome } of Object.values(PREPARED).flat())
        for (const child of NAMES)
          for (const programme of PROGRAMME_IDS) {
            const said = preparedText(language, text, { child, programme, county: '623025' })
            const notice =
              outcome === null ? replyNotice(recipient, said) : settledNotice(recipient, outcome, said)
            expect(segmentsOf(notice), `${text} ${programme}`).toBeLessThanOrEqual(
              SMS_SEGMENTS[language].many,
            )
            expect(isUnfilled(said), said).toBe(false)
          }
    },
  )

  it('are spelt as Tibetan whatever is put in', () => {
    const faults = Object.values(PREPARED)
      .flat()
      .flatMap(({ text }) =>
        PROGRAMME_IDS.flatMap((programme) =>
          COUNTIES.filter(({ nameBo }) => nameBo !== null).flatMap(({ code }) =>
            grammarFaults(preparedText('bo', text, { child: 'རིན་ཆེན་དོན་གྲུབ', programme, county: code })).map(
              (fault) => `${text} ${programme} ${code}: ${fault}`,
            ),
          ),
        ),
      )
    expect(faults).toEqual([])
  })

  it.each(LANGUAGE_LIST)('keep open in $language what is not known, which cannot be sent', ({ language }) => {
    const nothing = { child: null, programme: null, county: null }
    const granted = preparedText(language, 'granted', nothing)
    expect(granted).toMatch(/\{\{child\}\}.*\{\{programme\}\}/)
    expect(isUnfilled(granted)).toBe(true)
    expect(preparedText(language, 'checking', nothing)).toContain('{{county}}')
  })
})
