import type { ColumnId } from './columns.ts'

/** Why a row is not taken. */
export type RejectionReason = keyof typeof REJECTIONS

/** What is odd about a row that is taken all the same. */
export type WarningReason = keyof typeof WARNINGS

/** Where a file says something wrong, told without its value. */
export type Warning = { readonly line: number; readonly column: ColumnId; readonly reason: WarningReason }

/** `value` and `row` repeat the file's own words: they go to the office's rejects file and nowhere else. */
export type Rejection = {
  readonly line: number
  readonly column: ColumnId
  readonly reason: RejectionReason
  readonly value: string
  readonly row: readonly string[]
}

/** The reasons' codes with the words the office reads beside them. */
export const REJECTIONS = {
  'household-number-missing': '没有户编号',
  'household-number-digits-lost': '户编号被表格软件改成了科学计数，数字已丢失；请把该列设为文本后重新导出',
  'person-number-missing': '没有人编号',
  'person-number-digits-lost': '人编号被表格软件改成了科学计数，数字已丢失；请把该列设为文本后重新导出',
  'name-missing': '没有姓名',
  'county-unknown': '县（市、区、旗）不是甘肃省的县级行政区',
  'id-number-digits-lost': '证件号码被表格软件改成了科学计数，数字已丢失；请把该列设为文本后重新导出',
  'id-number-length': '证件号码不是18位，也不是20位残疾人证号',
  'id-number-checksum': '证件号码校验位不对',
  'person-number-conflict': '同一人编号对应不同的证件号码',
  'household-counties-disagree': '同一户的各行填写的县不一致',
  'outside-area': '这一行不在导入人管的地方，没有导入',
  'household-elsewhere': '这个户编号已登记在别的地方，不归导入人管',
  'person-elsewhere': '这个人编号已登记在别的地方的户里，不归导入人管',
} as const

export const WARNINGS = {
  'relation-and-sex-disagree': '与户主关系和性别不符',
  'pupil-with-labour-skill': '在校生填写了劳动技能',
  'schooling-and-school-status-disagree': '文化程度与在校生状况不符',
  'household-without-head': '该户没有户主',
  'telephone-invalid': '联系电话不是手机号码',
  'lifted-without-year': '已脱贫但没有脱贫年度，按登记日期脱贫',
  'birth-date-invalid': '证件号码中的出生日期不成立',
  'value-unknown': '该列的值不认识，按空白处理',
  'person-repeated': '同一人在文件中出现多次，只取一次',
  'id-number-shared': '不同的人编号用了同一证件号码，都已导入，请核对',
  'older-than-record': '库中记录比本文件新，未改动',
} as const
