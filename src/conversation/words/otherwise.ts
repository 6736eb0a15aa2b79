import type { Household, Person } from '../../register/household.ts'
import { contradicted, countOf } from '../hearing/otherwise.ts'
import { render } from '../rendering/render.ts'
import { type Line, say } from './reply.ts'
import { type Scene, standingText, whoFor } from '../scene.ts'
import type { Otherwise } from '../session/session.ts'

/** What the record says, fact by fact, where the family says otherwise. */
export function recordedLines(scene: Scene, household: Household, otherwise: Otherwise): readonly Line[] {
  const { county, registered, children } = otherwise
  return [
    ...(county === undefined
      ? []
      : [[say('conversation:record.county', { county: { county: household.county } })]]),
    ...(registered === undefined ? [] : [[standingText(scene, household)]]),
    ...(children === undefined
      ? []
      : [[say('conversation:record.children', { count: countOf(scene, household), said: children })]]),
    ...contradicted(household, otherwise).flatMap(([person, said]): Line[] => {
      const who = whoFor(scene, person)
      const { stage, finalYear, schoolPlace } = person
      return [
        ...(said.schoolPlace === undefined || said.stage !== undefined || schoolPlace === null
          ? []
          : [[say('conversation:record.school-place', { who, place: placeText(schoolPlace) })]]),
        ...(said.stage === undefined || stage === null
          ? []
          : [[say('conversation:record.stage', { who, stage: say(`policy:stage.${stage}`) })]]),
        ...(said.finalYear === undefined || said.stage !== undefined
          ? []
          : [[say(`conversation:record.final-year.${finalYear === true ? 'yes' : 'no'}`, { who })]]),
      ]
    }),
  ]
}

/** What the record says and the family otherwise, as the office that mends the record reads it; empty where they agree. */
export function otherwiseInWords(scene: Scene): string {
  const { household, session, language } = scene
  if (household === null || session.otherwise === null) return ''
  const lines = [
    ...recordedLines(scene, household, session.otherwise),
    ...toldLines(scene, household, session.otherwise),
  ]
  return `\n${render({ lines, span: 'many' }, language, 'telegram').text}`
}

// What the family says where the record says otherwise.
function toldLines(scene: Scene, household: Household, otherwise: Otherwise): readonly Line[] {
  const { county, registered, children } = otherwise
  return [
    ...(county === undefined ? [] : [[say('conversation:told.county', { county: { county } })]]),
    ...(registered === undefined
      ? []
      : [[say(`conversation:told.${registered ? 'registered' : 'unregistered'}`)]]),
    ...(children === undefined ? [] : [[say('conversation:told.children', { said: children })]]),
    ...contradicted(household, otherwise).flatMap(([person, said]): Line[] => {
      const who = whoFor(scene, person)
      return [
        ...(said.schoolPlace === undefined || said.stage !== undefined
          ? []
          : [[say('conversation:told.school-place', { who, place: placeText(said.schoolPlace) })]]),
        ...(said.stage === undefined
          ? []
          : [[say('conversation:told.stage', { who, stage: say(`policy:stage.${said.stage}`) })]]),
        ...(said.finalYear === undefined
          ? []
          : [[say(`conversation:told.final-year.${said.finalYear ? 'yes' : 'no'}`, { who })]]),
      ]
    }),
  ]
}

function placeText(place: NonNullable<Person['schoolPlace']>) {
  return say(`policy:option.person.schoolPlace.${place}`)
}
