import { inPlanCounties, registered, schoolPlaceIs, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const preschoolFeeWaiver: Programme = {
  id: 'preschool-fee-waiver',
  kind: 'waiver',
  conditions: all(registered, inPlanCounties, stageIs('preschool'), schoolPlaceIs('home-county')),
  benefit: {
    amount: figure('preschool-fee-yuan'),
    currency: 'CNY',
    per: 'school-year',
    shares: {
      province: figure('preschool-fee-province-share'),
      county: figure('preschool-fee-county-share'),
    },
  },
  citations: ['二(一)·2'],
}
