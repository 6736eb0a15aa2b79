import { finalYear, inPlanCounties, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const ruralDoctorPlaces: Programme = {
  id: 'rural-doctor-places',
  kind: 'admission',
  conditions: all(inPlanCounties, stageIs('senior'), finalYear),
  benefit: { places: figure('rural-doctor-places'), per: 'year' },
  citations: ['二(二)·10'],
}
