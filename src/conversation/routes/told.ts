import type { Stage } from '../../policy/facts.ts'
import type { Language } from '../../understanding/types.ts'
import { figuresOf } from '../words/benefits.ts'
import { render } from '../rendering/render.ts'
import { type Param, say } from '../words/reply.ts'
import type { Way } from './lines.ts'
import type { PicturedWay } from './picture.ts'
import type { Spoken } from '../turn.ts'

/** Somebody's ways from a stage, as an answer told them in words. */
export type ToldRoutes = { readonly who: Param; readonly stage: Stage; readonly ways: readonly Way[] }

/** The same as pictures. A caption alone says whose they are. */
export function picturesOf(told: readonly ToldRoutes[], language: Language): readonly Spoken[] {
  return told.map(({ who, stage, ways }) => ({
    text: captionOf(language, who, stage),
    picture: { language, stage, ways: ways.map(pictured) },
  }))
}

function pictured({ route: { programme }, determination: { outcome, benefit } }: Way): PicturedWay {
  return { programme, outcome, figures: benefit === null ? null : figuresOf(benefit) }
}

function captionOf(language: Language, who: Param, stage: Stage): string {
  const caption = say('conversation:routes.picture.caption', { who, stage: say(`policy:stage.${stage}`) })
  return render({ lines: [[caption]], span: 'one' }, language, 'telegram').text
}
