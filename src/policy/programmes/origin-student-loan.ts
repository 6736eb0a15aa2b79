import { registered, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const originStudentLoan: Programme = {
  id: 'origin-student-loan',
  kind: 'loan',
  conditions: all(registered, stageIs('higher-vocational', 'undergraduate')),
  benefit: { upTo: figure('student-loan-yuan'), currency: 'CNY', per: 'school-year', interest: 'government' },
  citations: ['二(一)·7'],
}
