import { describe, expect, it } from 'vitest'
import { LANGUAGES, textsIn } from '../../../src/i18n/texts.ts'
import { PROGRAMME_IDS } from '../../../src/policy/programmes/index.ts'
import { readFen } from '../../../src/register/values/amount.ts'
import { readFullDay } from '../../../src/register/values/day.ts'
import { readStep } from '../../../src/register/values/ledger-step.ts'
import { readProgramme } from '../../../src/register/values/programme.ts'
import { readSchoolYear } from '../../../src/register/values/school-year.ts'
import * as cases from './value-cases.ts'

describe('the ledger reads what offices write', () => {
  it.each(cases.STEPS)('state %s', (text, step) => {
    expect(readStep(text)).toBe(step)
  })

  it.each(cases.SCHOOL_YEARS)('school year %s', (text, year) => {
    expect(readSchoolYear(text)).toBe(year)
  })

  it.each(cases.AMOUNTS)('amount %s', (text, fen) => {
    expect(readFen(text)).toBe(fen)
  })

  it.each(cases.DAYS)('day %s', (text, day) => {
    expect(readFullDay(text)).toBe(day)
  })

  it.each(cases.PROGRAMMES)('programme %s', (text, programme) => {
    expect(readProgramme(text)).toBe(programme)
  })
})

describe.each(LANGUAGES)('a programme by its name in %s', (language) => {
  it.each(PROGRAMME_IDS)('is known: %s', (id) => {
    expect(readProgramme(textsIn(language)(`policy:programme.${id}.name`))).toBe(id)
  })
})
