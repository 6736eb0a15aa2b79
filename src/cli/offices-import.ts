import { OFFICE_HEADERS } from '../register/offices/columns.ts'
import { importOffices } from '../register/offices/import.ts'
import { OFFICE_REJECTIONS } from '../register/offices/reasons.ts'
import { runSmallImport } from './small-import.ts'

const USAGE = `usage: npm run offices:import -- FILE.csv|FILE.xlsx [--by WHO]

What families of a county are told of how to apply, a row for each programme. Columns, in any order:
  县                needed: name or code
  项目              id, Chinese name or short name; empty: for all that the row of a programme does not say
  开始日期 截止日期  the days applications are taken, both included, such as 2026-09-01
  所需材料 地点      in Chinese; 所需材料(藏文) 地点(藏文) the same in Tibetan
  电话              the office's own
  生效日期          told to families from this day on; empty: from today
A later row of the same county and programme replaces an earlier one from its 生效日期 on.
Exit code: 0 all taken, 2 some rows rejected (FILE.rejects.csv), 1 the file could not be read.`

await runSmallImport({
  usage: USAGE,
  columns: OFFICE_HEADERS,
  rejections: OFFICE_REJECTIONS,
  warnings: {},
  run: importOffices,
})
