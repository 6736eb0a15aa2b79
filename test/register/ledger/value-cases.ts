/** 状态 as offices write it, and the step it says; null for what does not settle one. */
export const STEPS = [
  ['申请', 'applied'],
  ['已申请', 'applied'],
  ['申请中', 'applied'],
  ['已受理', 'applied'],
  ['审核中', 'applied'],
  ['已批准', 'granted'],
  ['审核通过', 'granted'],
  ['待发放', 'granted'],
  ['已发放', 'paid'],
  ['已拨付', 'paid'],
  ['已 到 账', 'paid'],
  ['已减免', 'paid'],
  ['未通过', 'refused'],
  ['审核未通过', 'refused'],
  ['退回', 'refused'],
  ['不予批准', 'refused'],
  ['未发放', null],
  ['办理', null],
  ['', null],
] as const

/** 学年 as offices write it, and the year it began in. */
export const SCHOOL_YEARS = [
  ['2026', 2026],
  ['2026年', 2026],
  ['2026学年', 2026],
  ['2026学年度', 2026],
  ['2026-2027', 2026],
  ['2026—2027学年', 2026],
  ['2026至2027学年度', 2026],
  ['2026-27', 2026],
  ['2026-2027学年第二学期', 2026],
  ['2026年秋季', 2026],
  ['2026秋', 2026],
  ['2027年春季学期', 2026],
  ['2026-2028', null],
  ['2014', null],
  ['26', null],
  ['今年', null],
  ['', null],
] as const

/** 金额 in yuan, and what it is in fen. */
export const AMOUNTS = [
  ['1000', 100_000],
  ['1000.5', 100_050],
  ['1000.50', 100_050],
  ['2,000.00', 200_000],
  ['¥2000元', 200_000],
  ['0.01', 1],
  ['1000.500', 100_050],
  ['1000.505', null],
  ['-1000', null],
  ['1,00', null],
  ['一千', null],
  ['10000000', null],
] as const

/** A day of a step as offices write it; a month or a year alone is none. */
export const DAYS = [
  ['2026-09-05', '2026-09-05'],
  ['2026-9-5', '2026-09-05'],
  ['2026/9/5', '2026-09-05'],
  ['2026.09.05', '2026-09-05'],
  ['2026年9月5日', '2026-09-05'],
  ['20260905', '2026-09-05'],
  ['2026-09-05 08:30:00', '2026-09-05'],
  ['2026-02-29', null],
  ['2026年9月', null],
  ['2026', null],
  ['46270', null],
] as const

/** 项目 as offices write it; what could be two programmes is none. */
export const PROGRAMMES = [
  ['secondary-vocational-grant', 'secondary-vocational-grant'],
  ['中职国家助学金', 'secondary-vocational-grant'],
  ['学前教育免保教费', 'preschool-fee-waiver'],
  ['生源地信用助学贷款', 'origin-student-loan'],
  ['“9+3”免费中职', 'tibetan-area-nine-plus-three'],
  ['两后生', 'leaver-vocational-education'],
  ['免学费', null],
  ['助学金', null],
  ['', null],
] as const
