import { registered, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import type { Programme } from '../programme.ts'

export const secondaryVocationalTuitionWaiver: Programme = {
  id: 'secondary-vocational-tuition-waiver',
  kind: 'waiver',
  conditions: all(registered, stageIs('secondary-vocational')),
  benefit: { covers: ['tuition'] },
  citations: ['二(一)·6'],
}
