import { finalYear, inPlanCounties, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import type { Programme } from '../programme.ts'

export const specialPlanNational: Programme = {
  id: 'special-plan-national',
  kind: 'admission',
  conditions: all(inPlanCounties, stageIs('senior'), finalYear),
  benefit: {},
  citations: ['二(二)·8'],
}
