import { inPlanCounties, registered, schoolPlaceIs, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const higherVocationalFeeWaiver: Programme = {
  id: 'higher-vocational-fee-waiver',
  kind: 'waiver',
  conditions: all(
    registered,
    inPlanCounties,
    stageIs('higher-vocational'),
    schoolPlaceIs('home-county', 'in-province'),
  ),
  benefit: {
    covers: ['tuition', 'textbooks'],
    shares: {
      province: figure('higher-vocational-province-share'),
      county: figure('higher-vocational-county-share'),
    },
  },
  citations: ['二(一)·7'],
}
