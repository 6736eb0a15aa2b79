import { completedIs, registered, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const leaverVocationalEducation: Programme = {
  id: 'leaver-vocational-education',
  kind: 'waiver',
  conditions: all(registered, stageIs('not-in-school'), completedIs('junior', 'senior')),
  benefit: { covers: ['tuition'], placesAtLeast: figure('leaver-places'), per: 'year' },
  citations: ['二(四)·23'],
}
