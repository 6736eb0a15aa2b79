import { TOPICS } from '../../policy/programmes/index.ts'
import { TOPICS as TOPIC_NAMES, type Topic } from '../../understanding/types.ts'
import { readNumber } from '../../understanding/numbers.ts'
import { readTibetanNumber } from '../../understanding/tibetan/numbers.ts'
import { type Answer, answered } from '../answer.ts'
import { benefitText } from '../words/benefits.ts'
import { nextStep } from '../words/next-step.ts'
import { decidingReasons, type Subject } from '../words/reasons.ts'
import { type Line, say } from '../words/reply.ts'
import { type Way, wayText } from '../routes/lines.ts'
import type { RouteProgramme } from '../routes/table.ts'
import { type Scene, SOMEONE, subjectFor } from '../scene.ts'
import { settledOf } from '../settled.ts'
import { waysFor } from './routes.ts'

/** One way of the list just told, called by its number (2, 第二条): what it gives, why, what next. Null where none is. */
export function answerRouteChosen(scene: Scene): Answer | null {
  const { session, household, turn } = scene
  const [id, ...others] = session.answered?.persons ?? []
  // Of several persons each had a list of their own.
  if (session.about !== 'routes' || id === undefined || others.length > 0) return null
  const number = numberIn(turn.message.text)
  if (number === null) return null
  const person = household?.persons.find((one) => one.id === id) ?? null
  if (person === null && id !== SOMEONE) return null
  const way = waysFor(scene, person)[number - 1]
  if (way === undefined) return null
  const { route, determination } = way
  const subject = subjectFor(scene, person)
  const told = { subject, determinations: [determination], later: [] }
  const next = determination.outcome === 'eligible' ? [[nextStep(subject, [determination])]] : []
  return {
    reply: { lines: [wayLine(number, way), ...reasonLines(way, subject), ...next], span: 'one' },
    remember: { about: 'routes', topic: topicOf(route.programme), answered: answered([told], [person]) },
    determinations: settledOf(person?.id ?? SOMEONE, [determination]),
    continues: 'ask-routes',
  }
}

function wayLine(number: number, way: Way): Line {
  return [wayText(number, [way]), benefitText(way.determination)]
}

// What holds today: the step that the way begins with is still to be taken.
function reasonLines({ route, determination }: Way, subject: Subject): readonly Line[] {
  const there = { ...subject, facts: { ...subject.facts, ...route.as } }
  const reasons = decidingReasons(determination, there)
    .filter(({ fact }) => fact === null || !(fact in route.as))
    .map(({ text }) => text)
  return reasons.length === 0 ? [] : [[say('conversation:answer.why'), ...reasons]]
}

function topicOf(programme: RouteProgramme): Topic | null {
  return TOPIC_NAMES.find((topic) => TOPICS[topic].some((one) => one === programme)) ?? null
}

function numberIn(text: string): number | null {
  const { digits, zh, bo } = (NUMBERED.exec(text.trim()) ?? TOLD_MORE.exec(text.trim()))?.groups ?? {}
  const said = digits ?? zh
  const number = said === undefined ? readTibetanNumber(bo ?? '') : readNumber(said)
  return number !== null && number > 0 ? number : null
}

const NUMBERED =
  /^(?:(?:我?(?:选|要|看|问|想问)?|那)(?:第)?(?<digits>[0-9]{1,2})(?:条|个|项|种|号)?(?:路)?|(?:我?(?:选|要|看|问|想问)|那)?第(?<zh>[0-9一二三四五六七八九十]{1,3})(?:条|个|项|种)?(?:路)?|(?:ལམ་|ཨང་)(?:ཀི་|རྟགས་)?(?<bo>[^་།\s]{1,8}?)(?:་པ|པ)?(?:་(?:དེ|ནི))?|(?<bo>[^་།\s]{1,8}?)་?པ(?:་(?:དེ|ནི|ལ))?)(?:呢|吧|咋样|怎么样|是啥|是什么)?[་།\s.。?？!！]*$/u

// 第二个说详细点, 详细说说第二条, གཉིས་པ་དེ་ཞིབ་ཏུ་བཤད.
const TOLD_MORE =
  /^(?:那|请|把|你)?(?:再|详细|具体|仔细|给我)*(?:说说|讲讲|说一下|讲一下|说|讲|解释)?(?:一下)?第?(?<digits>[0-9]{1,2})(?:条|个|项|种)(?:路)?(?:再|给我)*(?:说|讲|解释)?得?(?:再)?(?:详细|仔细|具体|清楚|细|明白)?(?:一?点|一?些|一下|说说|讲讲)?[吧呢啊。.!！?？]*$|^(?:那|请|把|你)?(?:再|详细|具体|仔细|给我)*(?:说说|讲讲|说一下|讲一下|说|讲|解释)?(?:一下)?第(?<zh>[一二三四五六七八九十]{1,3})(?:条|个|项|种)(?:路)?(?:再|给我)*(?:说|讲|解释)?得?(?:再)?(?:详细|仔细|具体|清楚|细|明白)?(?:一?点|一?些|一下|说说|讲讲)?[吧呢啊。.!！?？]*$|^(?:ལམ་|ཨང་)?(?<bo>[^་།\s]{1,8}?)(?:་པ|པ)(?:འི་སྐོར|་དེའི་སྐོར|་དེ)?་(?:ཞིབ་ཏུ|ཞིབ་ཕྲ|ཁ་གསལ་པོར|གསལ་པོར)་?(?:བཤད|ཤོད)(?:་དང|་རོགས|་རོགས་གནང)?[་།\s]*$/u
