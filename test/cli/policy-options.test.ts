import { describe, expect, it } from 'vitest'
import { draftFrom } from '../../src/cli/policy-options.ts'

describe('a change proposed on the command line', () => {
  it.each([
    { figure: 'preschool-waiver=1200', value: 1200 },
    { figure: 'preschool-waiver=0', value: 0 },
    { figure: 'preschool-waiver=', value: Number.NaN },
    { figure: 'preschool-waiver', value: Number.NaN },
    { figure: 'preschool-waiver=many', value: Number.NaN },
  ])('takes $figure for $value: nothing given is no sum', ({ figure, value }) => {
    const changes = [{ kind: 'figure', figure: 'preschool-waiver', value }]
    expect(draftFrom({ figure: [figure] })).toMatchObject({ changes })
  })

  it.each([
    { programme: 'work-study=ends', inForce: false },
    { programme: 'work-study=resumes', inForce: true },
    { programme: 'work-study', inForce: undefined },
    { programme: 'work-study=maybe', inForce: undefined },
  ])('takes $programme for $inForce: nothing is ended unsaid', ({ programme, inForce }) => {
    const changes = [{ kind: 'programme', programme: 'work-study', inForce }]
    expect(draftFrom({ programme: [programme] })).toMatchObject({ changes })
  })
})
