import { describe, expect, it } from 'vitest'
import commonSyllables from '../../../src/understanding/tibetan/common-syllables.json' with { type: 'json' }
import { normaliseTibetan } from '../../../src/understanding/tibetan/normalise.ts'
import {
  readTibetanAge,
  readTibetanDate,
  readTibetanNumber,
} from '../../../src/understanding/tibetan/numbers.ts'
import { isLegalSyllable } from '../../../src/understanding/tibetan/spelling.ts'
import { syllables } from '../../../src/understanding/tibetan/syllables.ts'
import { readWylie } from '../../../src/understanding/tibetan/wylie.ts'
import { understand } from '../../../src/understanding/understand.ts'
import { fc } from '../../property.ts'

const tibetanText = fc.string({
  unit: fc.integer({ min: 0x0f00, max: 0x0fda }).map((code) => String.fromCodePoint(code)),
  maxLength: 40,
})
const anyText = fc.oneof(tibetanText, fc.string({ unit: 'binary' }), fc.string())

describe('normalising Tibetan', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => normaliseTibetan(normaliseTibetan(text)) === normaliseTibetan(text)),
    )
  })

  it.each([
    ['༄༅། །བཀྲ་ཤིས༌བདེ་ལེགས།', 'བཀྲ་ཤིས་བདེ་ལེགས'],
    ['བྱིས པ་་གླིང་།', 'བྱིས་པ་གླིང'],
    ['དངུལ་༡༠༠༠', 'དངུལ 1000'],
    ['\u0f40\u0f72\u0fb1', '\u0f40\u0fb1\u0f72'],
    ['བོ\u0f7cད\u200b', 'བོད'],
    ['བུ་མོ幼儿园ལ', 'བུ་མོ 幼儿园 ལ'],
  ])('%s is %s', (typed, normal) => {
    expect(normaliseTibetan(typed)).toBe(normal)
  })
})

describe('syllables', () => {
  it('are the same when cut again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commonSyllables), { maxLength: 12 }), (words) => {
        const units = syllables(words.join('་'))
        expect(syllables(units.join('་'))).toEqual(units)
      }),
    )
  })

  it('never fail', () => {
    fc.assert(fc.property(anyText, (text) => Array.isArray(syllables(text))))
  })

  it.each([
    ['ངའི་བུ་མོར', 'ང བུ མོ'],
    ['བྱིས་པས', 'བྱིས པ'],
    ['ཐོབ་བམ', 'ཐོབ འམ'],
    ['ཡོད་པས', 'ཡོད འམ'],
    ['ཅི་ལ', 'ཅི ལ'],
    ['སློབགྲྭ', 'སློབ གྲྭ'],
    ['པི', 'པ'],
    ['ལ 中专', '中 专'],
  ])('of %s are %s', (text, units) => {
    expect(syllables(text).join(' ')).toBe(units)
  })
})

describe('Tibetan numbers', () => {
  it('in Tibetan digits are read as the number they are', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (number) => {
        const digits = String(number).replace(/\d/g, (digit) => String.fromCharCode(0x0f20 + Number(digit)))
        expect(readTibetanNumber(digits)).toBe(number)
      }),
    )
  })

  it.each([
    ['བཅུ་གཅིག', 11],
    ['བཅོ་བརྒྱད', 18],
    ['ཉི་ཤུ་རྩ་གཅིག', 21],
    ['ཉེར་ལྔ', 25],
    ['སུམ་ཅུ་སོ་གཉིས', 32],
    ['བཅུ་ཐམ་པ', 10],
    ['ཉིས་བརྒྱ', 200],
    ['བརྒྱ་དང་ལྔ', 105],
    ['སྟོང་ཕྲག་གཉིས', 2000],
    ['བརྒྱད་སྟོང', 8000],
    ['ཁྲི་གཉིས་དང་སྟོང་ལྔ', 25000],
    ['དང་པོ', 1],
    ['གསུམ་པ།', 3],
    ['བྱིས་པ', null],
    ['', null],
  ])('%s is %s', (text, number) => {
    expect(readTibetanNumber(text)).toBe(number)
  })

  it.each([
    ['ངའི་བུ་ལོ་ལྔ་ཡིན', 5],
    ['ལོ་བཅུ་དྲུག་ལོན', 16],
    ['༥ལོ་ཡིན', 5],
    ['ལྔ་ལོན་པ', 5],
    ['གྲོང་ཚོར་མི་1000མ་ལོན', null],
    ['ལོ་རིམ་གསུམ་པ', null],
    ['ལོ་གཅིག་ལ་ག་ཚོད', null],
  ])('the age in %s is %s', (text, age) => {
    expect(readTibetanAge(text)).toBe(age)
  })

  it.each([
    ['༢༠༡༢ལོའི་ཟླ་བ་གསུམ་པའི་ཚེས་༥', '2012-03-05'],
    ['2012.3.5', '2012-03-05'],
    ['ཉིས་སྟོང་བཅུ་གཉིས་ལོའི་ཟླ་བ་དགུ་པའི་ཚེས་དང་པོ', '2012-09-01'],
    ['2012.13.4', null],
    ['2013.2.29', null],
  ])('the day in %s is %s', (text, day) => {
    expect(readTibetanDate(text)).toBe(day)
  })
})

describe('Wylie', () => {
  it.each([
    ["bu mo'i byis gso khang la dngul dgos sam", 'བུ་མོའི་བྱིས་གསོ་ཁང་ལ་དངུལ་དགོས་སམ'],
    ['slob yon med pa yin nam', 'སློབ་ཡོན་མེད་པ་ཡིན་ནམ'],
    ['gcig', 'གཅིག'],
    ['tashi delek', 'བཀྲ་ཤིས་བདེ་ལེགས'],
  ])('%s is read as Tibetan', (text, tibetan) => {
    expect(readWylie(text)).toBe(tibetan)
  })

  it.each([
    'stop',
    'start',
    'help',
    'yes',
    'no',
    'menu',
    'hello',
    'wo jia hai zi',
    'wa wa shang you er yuan',
    'ni hao',
    'da xue',
    'go to the bank and bring the bag',
    'my son is in school',
    'he has a red bag',
    'na na na',
    '',
  ])('%s is not', (text) => {
    expect(readWylie(text)).toBeNull()
  })

  it('never fails', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from("abcdghijklmnoprstuwyz' +.")) }),
        (text) => readWylie(text) !== undefined,
      ),
    )
  })
})

describe('spelling', () => {
  it('allows every syllable the room itself uses often', () => {
    expect(commonSyllables.filter((syllable) => !isLegalSyllable(syllable))).toEqual([])
  })

  it.each(['གརྐ', 'གཀ', 'སྟྲ', 'ཀཀ', 'ཆྲ', 'གྲྲ', 'པའིགླིང', '', 'abc'])('refuses %s', (syllable) => {
    expect(isLegalSyllable(syllable)).toBe(false)
  })

  it.each(['བསྒྲུབས', 'གྲྭ', 'ཀྲོའུ', 'མཐའི', 'ཧྥ', 'ཨོཾ', 'སུའུའི', 'དཔའ'])('allows %s', (syllable) => {
    expect(isLegalSyllable(syllable)).toBe(true)
  })
})

describe('a place that is a county and a monastery', () => {
  it.each([
    ['བླ་བྲང་ན་བྱིས་པའི་གླིང་ཡོད་དམ', '623027'],
    ['ང་བླ་བྲང་ནས་ཡིན', '623027'],
    ['བླ་བྲང་དགོན་པ་ལ་ཆོས་ཐོག་ནམ་འཚོགས', null],
    ['བླ་བྲང་བཀྲ་ཤིས་འཁྱིལ་ལ་མཇལ་དུ་འགྲོ', null],
  ])('%s names county %s', (text, county) => {
    expect(understand(text).county).toBe(county)
  })
})
