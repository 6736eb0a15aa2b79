import { age, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const labourSkillsTraining: Programme = {
  id: 'labour-skills-training',
  kind: 'training',
  conditions: all(stageIs('not-in-school'), age('labour-age-from')),
  benefit: { placesAtLeast: figure('labour-training-places'), per: 'year' },
  citations: ['二(四)·19–21', '二(四)·23'],
}
