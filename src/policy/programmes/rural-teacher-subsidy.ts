import { inPlanCounties, occupationIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import type { Programme } from '../programme.ts'

export const ruralTeacherSubsidy: Programme = {
  id: 'rural-teacher-subsidy',
  kind: 'grant',
  conditions: all(inPlanCounties, occupationIs('rural-teacher')),
  benefit: { amount: null, currency: 'CNY' },
  citations: ['二(三)·13'],
}
