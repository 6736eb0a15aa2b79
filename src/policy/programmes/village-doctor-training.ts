import { inPlanCounties, occupationIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const villageDoctorTraining: Programme = {
  id: 'village-doctor-training',
  kind: 'training',
  conditions: all(inPlanCounties, occupationIs('village-doctor')),
  benefit: { places: figure('village-doctor-training-places'), per: 'year' },
  citations: ['二(二)·10'],
}
