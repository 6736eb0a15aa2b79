import { occupationIs } from '../logic/conditions.ts'
import type { Programme } from '../programme.ts'

export const retiredTeacherSupport: Programme = {
  id: 'retired-teacher-support',
  kind: 'service',
  conditions: occupationIs('retired-teacher'),
  benefit: {},
  citations: ['二(三)·11'],
}
