import type { Stopped } from '../register/importing/report.ts'
import type { Unreadable } from '../register/reading/rows.ts'

/** Why an import could not read a file, or stopped, in words for whoever called the command. */
export const UNREADABLE: Readonly<Record<Unreadable | Stopped, string>> = {
  empty: 'the file is empty',
  'old-excel': 'an old .xls workbook; save it as .xlsx or CSV first',
  'broken-spreadsheet': 'the workbook is broken and cannot be read',
  'several-sheets': 'several sheets of the workbook hold rows; save each as a file of its own',
  'not-text': 'neither CSV nor XLSX',
  'file-changed': 'stopped: the file changed while it was read; what was written stands, repeat the import',
  'too-many-rows': 'more rows than are taken here',
  'taken-over':
    'stopped: another import began; what was written stands, repeat this one when the other is done',
}
