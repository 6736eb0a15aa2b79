import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../../src/broadcasts/texts/template.ts'
import { type Occasion, type Particulars, worded } from '../../../src/broadcasts/texts/wording.ts'
import { grammarFaults } from '../../../src/understanding/tibetan/grammar.ts'

const ENTRY = {
  county: '621223',
  programme: null,
  opensOn: null,
  closesOn: null,
  papers: null,
  place: null,
  telephone: null,
  validFrom: '2026-01-01',
}
const OCCASION: Occasion = {
  day: '2026-11-18',
  programme: 'secondary-vocational-grant',
  sum: 2000,
  entries: [{ ...ENTRY, opensOn: '2026-11-01', closesOn: '2026-12-31' }],
}
const ZH: Particulars = { language: 'zh-CN', county: '621223', names: ['王志强'] }
const BO: Particulars = { language: 'bo', county: '623025', names: ['བཀྲ་ཤིས'] }

type Case = {
  readonly what: string
  readonly text: string
  readonly who: Particulars
  readonly on?: Partial<Occasion>
}

const WORDED: readonly (Case & { readonly reads: string })[] = [
  {
    what: 'a child, a programme, a sum and a window',
    text: '{{county}}：{{child}}可申请{{programme}}，每学年{{sum}}元，{{window}}办理。不想再收，回复“{{stop}}”。',
    who: ZH,
    reads:
      '宕昌县：王志强可申请中职助学金，每学年2000元，2026年11月1日至2026年12月31日办理。不想再收，回复“停止”。',
  },
  {
    what: 'several children of one household',
    text: '{{child}}可以申请。',
    who: { ...ZH, names: ['王志强', '王小雨'] },
    reads: '王志强、王小雨可以申请。',
  },
  {
    what: 'a window of which only the end was entered',
    text: '{{window}}。',
    who: ZH,
    on: { entries: [{ ...ENTRY, closesOn: '2026-12-31' }] },
    reads: '2026年12月31日截止。',
  },
  {
    what: 'a window of which only the beginning was entered, and that is yet to come',
    text: '{{window}}。',
    who: ZH,
    on: { entries: [{ ...ENTRY, opensOn: '2026-12-01' }] },
    reads: '2026年12月1日起。',
  },
  {
    what: 'Tibetan, with a tsheg where a value meets the next word',
    text: '{{child}}ལ་{{programme}}ཡོད།',
    who: BO,
    reads: 'བཀྲ་ཤིས་ལ་འབྲིང་རིམ་ལས་རིགས་སློབ་གྲྭའི་སློབ་སྦྱོང་རོགས་དངུལ་ཡོད།',
  },
  {
    what: 'Tibetan, with no second tsheg and none before a shad',
    text: 'མིང་ནི་{{child}}་རེད། རྣམ་གྲངས་ནི་{{child}}།',
    who: BO,
    reads: 'མིང་ནི་བཀྲ་ཤིས་རེད། རྣམ་གྲངས་ནི་བཀྲ་ཤིས།',
  },
  {
    what: 'Tibetan, with a name in hanzi apart from the words around it',
    text: '{{child}}ལ་ཡོད། {{child}}',
    who: { ...BO, names: ['扎西'] },
    reads: '扎西 ལ་ཡོད། 扎西',
  },
  {
    what: 'Tibetan, with a window',
    text: 'རེ་ཞུའི་དུས་ཚོད་ནི་{{window}}རེད།',
    who: BO,
    reads: 'རེ་ཞུའི་དུས་ཚོད་ནི་2026.11.1ཉིན་ནས་2026.12.31ཉིན་བར་རེད།',
  },
]

const LACKING: readonly (Case & { readonly lacks: string })[] = [
  { what: 'nobody’s name', text: '{{child}}', who: { ...ZH, names: [] }, lacks: 'no-name' },
  { what: 'a name that is empty', text: '{{child}}', who: { ...ZH, names: [''] }, lacks: 'no-name' },
  { what: 'a sum that the plan does not name', text: '{{sum}}', who: ZH, on: { sum: null }, lacks: 'no-sum' },
  { what: 'a programme', text: '{{programme}}', who: ZH, on: { programme: null }, lacks: 'no-programme' },
  {
    what: 'a window that no office entered',
    text: '{{window}}',
    who: ZH,
    on: { entries: [] },
    lacks: 'no-window',
  },
  {
    what: 'a window where the office entered papers alone',
    text: '{{window}}',
    who: ZH,
    on: { entries: [{ ...ENTRY, papers: { 'zh-CN': '户口簿', bo: null } }] },
    lacks: 'no-window',
  },
  {
    what: 'a window that is closed',
    text: '{{window}}',
    who: ZH,
    on: { entries: [{ ...ENTRY, closesOn: '2026-11-17' }] },
    lacks: 'window-closed',
  },
]

function word({ text, who, on }: Case) {
  const read = readTemplate(text)
  if (!read.ok) throw new Error(read.problem)
  return worded(read.template, who, { ...OCCASION, ...on })
}

describe('a broadcast’s text, for one family,', () => {
  it.each(WORDED)('holds $what', ({ reads, ...rest }) => {
    expect(word(rest)).toEqual({ ok: true, text: reads })
    if (rest.who.language === 'bo') expect(grammarFaults(reads.replace(/ ?扎西 ?/g, ''))).toEqual([])
  })

  it.each(LACKING)('is not sent where it lacks $what', ({ lacks, ...rest }) => {
    expect(word(rest)).toEqual({ ok: false, lacking: lacks })
  })
})
