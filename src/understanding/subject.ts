import type { Reading } from './reading.ts'
import type { Intent, Stage, Topic } from './types.ts'

type Opinion = { readonly intent: Intent; readonly topic: Topic | null }

// Only these are about a topic; the rest are about the service itself, or all a family may get.
export const ABOUT_A_TOPIC: ReadonlySet<Intent> = new Set([
  'ask-programme',
  'ask-how',
  'ask-why',
  'ask-status',
  'ask-routes',
])

// A topic's own stages: of several stages named, the one the question is about.
const STAGES_OF: Readonly<Record<Topic, readonly Stage[]>> = {
  kindergarten: ['preschool'],
  compulsory: ['primary', 'junior'],
  'secondary-vocational': ['secondary-vocational'],
  'higher-vocational': ['higher-vocational'],
  loan: ['higher-vocational', 'undergraduate', 'postgraduate'],
  'special-plan': ['senior'],
  medical: ['senior'],
  training: ['not-in-school'],
  teacher: [],
}

/** The topic of a message: the classifier's, or the one topic the words name where it has none to offer. */
export function topicOf(reading: Reading, intent: Intent, guessed: Topic | null): Topic | null {
  const { topics } = reading
  if (!ABOUT_A_TOPIC.has(intent) || isOfAnyFees(reading)) return null
  if (guessed !== null || intent === 'ask-routes') return guessed
  const named = new Set(topics.flatMap((found) => found.values))
  const [only] = named
  return named.size === 1 ? (only as Topic) : null
}

/**
 * Whether money alone is spoken of, of no school: 学费能免多少, 真的不用交钱吗. The plan spares the fees of several schools,
 * and a sentence of such words takes its topic from the talk.
 */
function isOfAnyFees({ units, topics, stages }: Reading): boolean {
  const text = units.join('')
  const isBare = ANY_FEES.test(text) || (units.every((stem) => FEES.has(stem)) && units.some(isOfMoney))
  return isBare && (/[学书]费|སློབཡོན/u.test(text) || (topics.length === 0 && stages.length === 0))
}

function isOfMoney(stem: string): boolean {
  return MONEY.has(stem)
}

const MONEY: ReadonlySet<string> = new Set(['ཡོན', 'དངུལ', 'གོར', 'སྒོར', 'རིན', 'གྲོན'])

// སློབ་ཡོན་སྤྲོད་དགོས་སམ, ང་ཚོས་དངུལ་འཇལ་དགོས་སམ, ཟ་མའི་འགྲོ་གྲོན་ཆག་གམ: by their stems.
const FEES: ReadonlySet<string> = new Set([
  ...MONEY,
  ...['སློབ', 'མོ', 'པ', 'སྤྲོད', 'སྤྲད', 'འཇལ', 'ལེན', 'ཆག', 'ཡང', 'དགོས', 'མི', 'ག', 'ཚོད', 'ཇི', 'ཙམ', 'དུ'],
  ...['འགྲོ', 'ཟ', 'མ', 'ཟས', 'སྡོད'],
  ...['ང', 'ངེད', 'ཚོ', 'ཕྲུ', 'གུ', 'བུ', 'བྱིས', 'འི', 'ས', 'ཀྱི', 'གི', 'ལ', 'ལོ', 'རེ', 'ར', 'རེད', 'འམ', 'གམ', 'ཨེ'],
])

const ANY_FEES =
  /^[我们咱俺家的娃孩儿子女上念书学杂费能可以会不给免减全掉多少几吗呢么呀啊吧咋钱国家有没是交真当假收要掏出付一两分块这那个还都了就到底年每次够领拿补助用听说人别村里，,]+$/u

/** The stage the person spoken of is in: of several named, the topic's own, else the first; `null` where none is named. */
export function stageOf(reading: Reading, { intent, topic }: Opinion): Stage | null {
  const found = reading.stages.flatMap(({ from, length, values }) =>
    values.map((value) => ({ from, length, ...value })),
  )
  const named = found
    .filter(({ weak = false }) => !weak || isOwnWork(reading, topic))
    .filter(({ from, length }) => found.length === 1 || !isWish(reading, from, length))
    .filter(({ from, length, stage }) => stage === 'not-in-school' || !isDenied(reading, from, length))
    .map(({ stage }) => stage)
    .filter((stage) => !(stage === 'undergraduate' && isToEnter(reading, topic)))
    .filter((stage, _, all) => !(stage === 'not-in-school' && all.some(isBefore) && isForetold(reading)))
  const own =
    topic === null || intent === 'ask-routes'
      ? undefined
      : named.find((stage) => STAGES_OF[topic].includes(stage))
  return own ?? (named.includes('not-in-school') ? 'not-in-school' : (named[0] ?? null))
}

// The university these speak of is where one would go.
const TO_ENTER: ReadonlySet<Topic> = new Set(['special-plan', 'medical'])

function isToEnter({ topics }: Reading, topic: Topic | null): boolean {
  return topic !== null && TO_ENTER.has(topic) && topics.some(({ values }) => values.includes(topic))
}

const WISHING = new Set(['想', '升', '考', '报'])
const GOING = new Set(['上', '读', '念', '去', '进', '学'])
const WISHED = /^(?:ལ|དུ|ར|སུ|ནང)*(?:འགྲོ|འཛུལ|སློབ|འཕར)(?:འདོད|རྩིས|བསམ|ཆོག|ཐུབ)/u

/** Whether the stage named there is one that is aimed at: 中职毕业想升高职, 想上职校, ལས་རིགས་སློབ་གྲྭར་འགྲོ་འདོད. */
function isWish({ canonical }: Reading, from: number, length: number): boolean {
  const [wish = '', going = ''] = canonical.slice(Math.max(0, from - 2), from)
  const last = from > 1 ? going : wish
  const before = canonical.slice(Math.max(0, from - 8), from).join('')
  const after = canonical.slice(from + length, from + length + 4).join('')
  if (ADMITTED.test(before) && after.startsWith('了')) return false
  if (WISHING.has(last) || (GOING.has(going) && WISHING.has(wish))) return true
  return WISHED.test(after) || PASSED_ON.test(before) || OWN_TEST.test(after)
}

// 考上高职了, and not 要是考上高职了.
const ADMITTED = /^(?!.*(?:想|要|能|如果|万一|假如|等|将来|以后)).*考[上起]$/u
const PASSED_ON = /(?:推荐|保送|直升|免试|对口)(?:上|去|进|到|读|念|升)?$/u
const OWN_TEST = /^(?:单招|单考|单测|单独|自主招生|分类考试)/u

/** Whether somebody is said not to be at the school named there: 不上高中了, 高中没考上, མཐོ་འབྲིང་ལ་མ་སོང་. */
function isDenied({ canonical }: Reading, from: number, length: number): boolean {
  const before = canonical.slice(Math.max(0, from - 4), from).join('')
  // 中考没考上: who sat the examination was at its school.
  if (canonical[from + length - 1] === '考') return false
  if (DENIED_BEFORE.test(before) && !/(\p{Script=Han})不\1/u.test(before)) return true
  return DENIED_AFTER.test(canonical.slice(from + length, from + length + 5).join(''))
}

const DENIED_BEFORE =
  /(?:不|没有?|未)(?:再|能|让|去)?(?:考上|上过|去过|念过|读过|上|念|读|去|进)$|不是(?:在)?[上念读]?$/u

const DENIED_AFTER =
  /^(?:都|也|还)?(?:没有?|未|不)(?:考上|考起|上成|念成|上过|念过|读过|去过|录取|录上|让上|[上念读去][了成])|^(?:མ|མི)(?:སོང|འགྲོ|ཞུགས|འཛུལ|སླེབས)|^(?:མིན|མརེད|མཡིན)/u

const isBefore = (stage: Stage): boolean => stage === 'junior' || stage === 'senior'

const PARENT = /[爸妈爹娘]|父亲|母亲|父母|男人|老公|媳妇|ཨཕ|ཨམ|ཕམ/u

/** Whether an examination is only feared to be failed: 初三了考不上高中咋办. */
function isForetold({ units }: Reading): boolean {
  return units.join('').includes('考不上')
}

/** Whether the work spoken of is the pupil's own: 初中念完打工去了 is, 我在外打工娃要上学 and 孩子爸在外打工 are a parent's. */
function isOwnWork({ marks, units }: Reading, topic: Topic | null): boolean {
  if (PARENT.test(units.join(''))) return false
  if (topic === 'training' || marks.has('graduate')) return true
  return topic === null && !marks.has('school') && !(marks.has('we') && marks.has('child'))
}
