import { LEDGER_HEADERS } from '../register/ledger/columns.ts'
import { importLedger } from '../register/ledger/import.ts'
import { LEDGER_REJECTIONS, LEDGER_WARNINGS } from '../register/ledger/reasons.ts'
import { runSmallImport } from './small-import.ts'

const USAGE = `usage: npm run ledger:import -- FILE.csv|FILE.xlsx [--taken YYYY-MM-DD] [--by WHO]

What came of programmes, a row for each step: applied, granted, paid or refused. Columns, in any order:
  人编号              who; or 姓名 with 证件号码, or 姓名 with 户编号
  项目                id, name or short name
  学年                such as 2026, 2026-2027 or 2026年秋季
  状态                已申请, 已批准, 已发放, 未通过 and the like
  日期                the day of the step, such as 2026-09-05; empty: the day told by --taken
  金额                in yuan, of what was granted or paid
  原因                of a refusal, in words that the family may read
Of a step told twice the later day stands; a refusal stands until a step of a later day.
Exit code: 0 all taken, 2 some rows rejected (FILE.rejects.csv), 1 the file could not be read.`

await runSmallImport({
  usage: USAGE,
  columns: LEDGER_HEADERS,
  rejections: LEDGER_REJECTIONS,
  warnings: LEDGER_WARNINGS,
  takesDay: true,
  run: importLedger,
})
