import { inPlanCounties, occupationIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import type { Programme } from '../programme.ts'

export const ruralTeacherCareer: Programme = {
  id: 'rural-teacher-career',
  kind: 'priority',
  conditions: all(inPlanCounties, occupationIs('rural-teacher')),
  benefit: { preference: ['titles', 'training', 'awards'] },
  citations: ['二(三)·11'],
}
