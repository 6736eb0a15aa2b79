/** Why a row of an office's table is not taken, with the words the office reads beside the code. */
export const OFFICE_REJECTIONS = {
  'county-unknown': '县（市、区、旗）不是甘肃省的县级行政区',
  'programme-unknown': '项目不认识：请写项目编号或全称；全县通用的行，项目留空',
  'day-unknown': '日期不认识：请写年月日，例如 2026-09-01',
  'window-backwards': '截止日期早于开始日期',
  'words-too-long': '文字超过300字，短信放不下',
  'not-tibetan': '藏文列里没有藏文',
  'chinese-missing': '只填了藏文，没有填汉文',
  'telephone-unknown': '电话不认识：请写号码，几个号码用顿号隔开',
  'nothing-entered': '这一行没有填任何告诉群众的内容',
  'entry-repeated': '同一县、同一项目、同一生效日期在文件中写了两次，内容不同',
} as const

export type OfficeRejection = keyof typeof OFFICE_REJECTIONS
