import { columnMatcher } from '../columns.ts'
import { HEADERS } from '../headers.ts'

/** The columns of an office's table: every header a column goes by, the usual one first. */
export const OFFICE_HEADERS = {
  county: HEADERS.county,
  programme: ['项目', '项目名称', '资助项目', '政策', '政策项目', '项目编号'],
  opensOn: ['开始日期', '开始时间', '受理开始日期', '申请开始日期', '起始日期', '受理日期'],
  closesOn: ['截止日期', '截止时间', '受理截止日期', '申请截止日期', '结束日期'],
  papers: ['所需材料', '材料', '申请材料', '办理材料', '需要材料', '所需资料'],
  papersBo: [
    '所需材料(藏文)',
    '材料(藏文)',
    '申请材料(藏文)',
    '办理材料(藏文)',
    '所需材料(藏语)',
    '藏文材料',
  ],
  place: ['地点', '办理地点', '受理地点', '地址', '办理地址', '办公地点'],
  placeBo: ['地点(藏文)', '办理地点(藏文)', '受理地点(藏文)', '地址(藏文)', '地点(藏语)', '藏文地点'],
  telephone: ['电话', '办公电话', '咨询电话', '联系电话', '办理电话'],
  validFrom: ['生效日期', '生效时间', '启用日期', '生效'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type OfficeColumn = keyof typeof OFFICE_HEADERS

const TOLD = ['opensOn', 'closesOn', 'papers', 'place', 'telephone'] as const

/** Matches an office table's header row: a county, and something that families are told. */
export const matchOfficeColumns = columnMatcher<OfficeColumn>(OFFICE_HEADERS, (has) =>
  TOLD.some(has) ? ['county'] : ['county', ...TOLD],
)
