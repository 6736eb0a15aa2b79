import type { TextKey } from '../texts.ts'
import { placeholdersOf } from './foreign-script.ts'
import { type Reviews, reviewOf } from './reviews.ts'

/** The columns of the reader's sheet. Only the last five are read back. */
export const SHEET = {
  key: ['编号 key'],
  where: ['用在哪里 where'],
  zh: ['汉文 Chinese'],
  bo: ['藏文 Tibetan'],
  placeholders: ['填空 placeholders'],
  standing: ['现状 standing'],
  verdict: ['审定 verdict'],
  corrected: ['改后藏文 corrected'],
  by: ['审校人 by'],
  on: ['日期 on'],
  note: ['备注 note'],
} as const satisfies Readonly<Record<string, readonly [string]>>
export type Column = keyof typeof SHEET

export const COLUMNS = Object.keys(SHEET) as readonly Column[]

/** What a reader writes under `verdict` for a text that is right as it stands. */
export const RIGHT: ReadonlySet<string> = new Set(['ok', '对', '可', 'འགྲིག'])

type RoomOf<Key> = Key extends `${infer Room}:${string}` ? Room : never

const ROOMS: Readonly<Record<RoomOf<TextKey>, string>> = {
  audit: '操作记录的网页',
  broadcasts: '提醒短信里填进去的词',
  cases: '工作人员答复来件的现成的话',
  console: '工作人员的网页',
  conversation: '答复家长和学生的短信',
  faults: '工作人员的网页里，写得不对时说的话',
  inspection: '检查和评估的网页、下载的表格',
  imports: '工作人员导入登记册和台账的网页',
  labelling: '工作人员标注听不懂的话的网页',
  policy: '政策项目的名称、条件和理由，出现在答复里',
  public: '各县公开的网页',
  simulator: '演示网页',
  telegram: 'Telegram 里的命令和说明',
}
const PLACES: ReadonlyMap<string, string> = new Map(Object.entries(ROOMS))

/** One line of the sheet a text, the header first; `sources` tells which files of the program say it. */
export function sheetOf(
  zh: ReadonlyMap<string, string>,
  bo: ReadonlyMap<string, string>,
  reviews: Reviews,
  sources: (key: string) => string,
): readonly (readonly string[])[] {
  const lines = [...zh].map(([key, chinese]) => {
    const tibetan = bo.get(key) ?? ''
    const review = reviewOf(key, chinese, tibetan, reviews)
    const line: Readonly<Record<Column, string>> = {
      key,
      where: [PLACES.get(key.split(':')[0] ?? '') ?? '', sources(key)]
        .filter((word) => word !== '')
        .join(' · '),
      zh: chinese,
      bo: tibetan,
      placeholders: placeholdersOf(chinese),
      standing: review === null ? '未审 unreviewed' : `已审 reviewed · ${review.by} · ${review.on}`,
      verdict: '',
      corrected: '',
      by: '',
      on: '',
      note: '',
    }
    return COLUMNS.map((column) => line[column])
  })
  return [COLUMNS.map((column) => SHEET[column][0]), ...lines]
}
