/** Why a row of the ledger is not taken, with the words the office reads beside the code. */
export const LEDGER_REJECTIONS = {
  'person-not-named': '没有写明是谁：请写人编号，或身份证号和姓名，或户编号和姓名',
  'person-unknown': '登记册里没有这个人',
  'person-ambiguous': '登记册里不止一个人对得上，请写人编号',
  'name-disagrees': '姓名和登记册里这个人编号的姓名不一致',
  'id-number-disagrees': '证件号码和登记册里这个人编号的出生日期不一致',
  'household-disagrees': '这个人不在这个户编号的户里',
  'number-digits-lost': '编号被表格软件改成了科学计数，数字已丢失；请把该列设为文本后重新导出',
  'id-number-digits-lost': '证件号码被表格软件改成了科学计数，数字已丢失；请把该列设为文本后重新导出',
  'id-number-length': '证件号码不是18位，也不是20位残疾人证号',
  'id-number-checksum': '证件号码校验位不对',
  'programme-unknown': '项目不认识：请写项目编号或全称',
  'school-year-unknown': '学年不认识：请写例如 2026、2026-2027 或 2026年秋季',
  'state-unknown': '状态不认识：请写申请、批准、已发放或拒绝',
  'day-unknown': '没有日期或日期不认识：请写年月日，例如 2026-09-05',
  'day-in-future': '日期在今天以后',
  'amount-unknown': '金额不认识：请写元，最多两位小数',
  'words-too-long': '原因超过300字，短信放不下',
  'step-repeated': '同一人、同一项目、同一学年的同一步在文件中写了两次，日期相同，内容不同',
} as const

export type LedgerRejection = keyof typeof LEDGER_REJECTIONS

/** What the office should look at of a row that is taken all the same. */
export const LEDGER_WARNINGS = {
  'paid-though-ineligible': '已发放，但按当天的登记和规定不符合条件',
  'paid-though-lifted': '已发放，但当天该户已脱贫，计划只算建档立卡户',
  'paid-twice': '同一学年还有另一天的发放，只记日期在后的一笔',
  'granted-beside-refused': '同一学年既有批准或发放，又有拒绝，按日期在后的算',
} as const

export type LedgerWarning = keyof typeof LEDGER_WARNINGS
