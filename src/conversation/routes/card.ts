import { textsIn } from '../../i18n/texts.ts'
import type { Outcome } from '../../policy/determine.ts'
import { PROGRAMMES } from '../../policy/programmes/index.ts'
import type { Language } from '../../understanding/types.ts'
import { paramIn } from '../rendering/render.ts'
import { say } from '../words/reply.ts'
import type { PicturedWay, RoutePicture } from './picture.ts'

/** The words of a picture of ways, from the stage where they begin. */
export type RouteCard = {
  readonly language: Language
  readonly title: string
  readonly start: string
  readonly groups: readonly RouteGroup[]
  readonly notes: readonly string[]
}

/** Ways that follow each other and of which the same is to be said: their numbers and names, and that. */
export type RouteGroup = {
  readonly outcome: Outcome
  readonly ways: readonly { readonly number: number; readonly name: string }[]
  /** Whether they are open. */
  readonly state: string
  /** What each costs and what decides it; empty where the plan does not offer it. */
  readonly about: string
}

/** Puts a picture into the words that are drawn. */
export function routeCard({ language, stage, ways }: RoutePicture): RouteCard {
  const texts = textsIn(language)
  const stageName = paramIn(say(`policy:stage.${stage}`), language)
  return {
    language,
    title: texts('conversation:routes.picture.title'),
    start: texts('conversation:routes.picture.start', { stage: stageName }),
    groups: groupsOf(ways, language),
    notes: [
      ...(stage === 'junior' ? [texts('conversation:routes.senior-high')] : []),
      ...(ways.some(isAdmission) ? [texts('conversation:routes.priority')] : []),
    ],
  }
}

function groupsOf(ways: readonly PicturedWay[], language: Language): readonly RouteGroup[] {
  const texts = textsIn(language)
  const groups: RouteGroup[] = []
  for (const [at, { programme, outcome, figures }] of ways.entries()) {
    const way = { number: at + 1, name: texts(`policy:programme.${programme}.name`) }
    const about = figures === null ? '' : texts(`policy:route.${programme}`, figures)
    const last = groups.at(-1)
    if (last?.outcome === outcome && last.about === about)
      groups.splice(-1, 1, { ...last, ways: [...last.ways, way] })
    else groups.push({ outcome, ways: [way], state: texts(`conversation:routes.picture.${outcome}`), about })
  }
  return groups
}

function isAdmission({ programme }: PicturedWay): boolean {
  return PROGRAMMES.find(({ id }) => id === programme)?.kind === 'admission'
}
