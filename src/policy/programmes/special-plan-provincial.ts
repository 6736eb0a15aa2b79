import { finalYear, inPlanCounties, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import type { Programme } from '../programme.ts'

export const specialPlanProvincial: Programme = {
  id: 'special-plan-provincial',
  kind: 'admission',
  conditions: all(inPlanCounties, stageIs('senior'), finalYear),
  benefit: {},
  citations: ['二(二)·8'],
}
