import { finalYear, inOldRevolutionaryArea, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import type { Programme } from '../programme.ts'

export const specialPlanOldRevolutionary: Programme = {
  id: 'special-plan-old-revolutionary',
  kind: 'admission',
  conditions: all(inOldRevolutionaryArea, stageIs('senior'), finalYear),
  benefit: {},
  citations: ['二(二)·8'],
}
