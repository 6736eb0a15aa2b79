import type { Answer } from './answer.ts'
import { answerProgramme } from './resume.ts'
import type { Scene } from './scene.ts'
import { answerHow } from './topics/how-to.ts'

/** Two questions in one message are both answered, the first by what it brings: 幼儿园免多少钱，怎么办理; 能享受啥，咋办. */
export function howAndHowMuch(scene: Scene): Answer {
  const how = { ...answerHow(scene), continues: 'ask-how' } as const
  const { text } = scene.turn.message
  const isOfMuch = (HOW_MUCH.test(text) && scene.heard.topic !== null) || WHAT_THERE.test(text)
  const isOfBoth = isOfMuch && scene.household !== null
  const brings = isOfBoth ? answerProgramme(scene) : null
  if (brings?.reply == null || how.reply === null) return how
  const end = brings.reply.lines.findIndex((line) => !line.some(({ key }) => BROUGHT.test(key)))
  const lines = brings.reply.lines.slice(0, Math.max(0, end))
  return {
    ...how,
    reply: { ...how.reply, lines: [...lines, ...how.reply.lines] },
    determinations: brings.determinations ?? [],
  }
}

const HOW_MUCH = /多少|几(?:块|元|千|百)|能不能免|免不免|ག་ཚོད|ཆག་གམ/u
const WHAT_THERE =
  /享受(?:些|点|到)?(?:啥|什么|哪些)|有(?:些|点)?(?:啥|什么|哪些)(?:补助|政策|优惠|待遇|好处|资助)|(?:ཁེ་ཕན|རོགས་དངུལ)[^།]{0,8}(?:ཅི|གང|ག་རེ)/u
const BROUGHT = /^conversation:(?:item|total\.\w+|answer\.(?:yes|gets|of|no|unknown|no-money))$|\.benefit$/u
