import { readNumber } from '../../understanding/numbers.ts'
import type { Said, Understanding } from '../../understanding/types.ts'
import { speaksOfOthers } from './office-words.ts'
import { moneyAsked, namesMoneyAlone, namesSchoolGrant } from './manner/money.ts'
import { asksHow, isQuestion } from './manner/questions.ts'
import { besideStanding, standingTold } from './manner/standing.ts'
import { saidInstead } from './mending.ts'
import { understand } from '../../understanding/understand.ts'

/** What a message means: of words that take something back, what they say instead; with what they say of standing and age. */
export function heardIn(text: string): Understanding {
  const instead = saidInstead(text)
  const mended = instead === null ? null : understand(instead)
  if (mended !== null && namesSomething(mended))
    return withBeyond({ ...mended, said: { ...mended.said, correction: true } }, text)
  const moved = MOVED_ON.exec(text)?.groups
  const to = moved?.['zh'] ?? moved?.['bo']
  if (to !== undefined) return withBeyond(told(understand(to)), text)
  const beside = besideStanding(text)
  if (beside !== null) return withBeyond(asMeant(understand(beside), beside), beside)
  return withBeyond(asMeant(understand(text), text), text)
}

// It is only told.
function told(heard: Understanding): Understanding {
  return { ...heard, intent: 'out-of-scope', topic: null, confidence: 0.9 }
}

// Words whose manner tells what they are for, whatever they were taken for.
function asMeant(heard: Understanding, text: string): Understanding {
  if (NO_KINDERGARTEN.test(text)) return { ...heard, stage: 'not-in-school' }
  if (REPORTS.test(text)) return { ...heard, intent: 'report-misuse', topic: null, confidence: 0.8 }
  if (OWN_STANDING.test(text.trim())) return told(heard)
  if (heard.said.completed !== undefined && LEFT_SCHOOL.test(text)) return outOfSchool(heard)
  if (heard.intent === 'out-of-scope' && DISABLED.test(text)) return ofSchool(text) ?? heard
  if (SELF_TEACHER.test(text)) return { ...heard, stage: null }
  if (TEACHES.test(text)) return { ...heard, intent: 'ask-programme', topic: 'teacher', stage: null }
  if (BACK_TO_SCHOOL.test(text)) return { ...heard, intent: 'ask-routes', topic: null, confidence: 0.9 }
  // Why nothing came accuses nobody.
  if (WHY_UNPAID.test(text) && heard.intent === 'report-misuse')
    return { ...heard, intent: 'ask-why', topic: null, confidence: 0.8 }
  if (UNPAID.test(text) && heard.intent === 'ask-how')
    return { ...heard, intent: 'ask-status', confidence: 0.8 }
  if (APPEALS.test(text) && heard.intent !== 'report-misuse')
    return { ...heard, intent: 'report-missing', topic: null, confidence: 0.8 }
  if (CLAIMS_OFFICE.test(text) && heard.intent === 'talk-to-person')
    return { ...heard, intent: 'out-of-scope', topic: null, confidence: 0.9 }
  if (asksGrant(heard, text)) return ofGrant(heard)
  // སློབ་ཡོན་ནི goes on with what was spoken of, as 学费呢 does.
  if (FEES_ALONE.test(text.trim()))
    return { ...heard, intent: 'ask-programme', confidence: 0.9, said: { ...heard.said, followUp: true } }
  const isWhether = heard.intent === 'ask-how' && !asksHow(text)
  const isOfIt = WHETHER.test(text) || heard.said.schoolPlace !== undefined || moneyAsked(text).as === 'cost'
  if (isWhether && isOfIt) return { ...heard, intent: 'ask-programme' }
  return heard
}

// The plan's one grant for pupils is that of secondary vocational schools, in either language.
function asksGrant({ intent, stage, topic }: Understanding, text: string): boolean {
  if (!namesSchoolGrant(text) || stage !== null || topic !== null) return false
  if (namesMoneyAlone(text)) return true
  return isQuestion(text) && (intent === 'ask-programme' || intent === 'out-of-scope')
}

function ofGrant(heard: Understanding): Understanding {
  const said = { ...heard.said, topicUnnamed: true } as const
  return { ...heard, intent: 'ask-programme', topic: 'secondary-vocational', confidence: 0.9, said }
}

// 残疾娃上幼儿园能免吗 asks of the school, and is no other business.
function ofSchool(text: string): Understanding | null {
  const heard = understand(text.replace(DISABLED, ''))
  return heard.intent !== 'out-of-scope' && heard.said.topicNamed === true ? heard : null
}

// 初中毕业两年了: the years since are nobody's age.
function outOfSchool(heard: Understanding): Understanding {
  const { age: _, ...said } = heard.said
  return { ...heard, stage: 'not-in-school', said }
}

function namesSomething({ topic, stage, county, said }: Understanding): boolean {
  if (county !== null || said.rural !== undefined || said.finalYear !== undefined) return true
  if (said.age !== undefined || said.born !== undefined) return true
  return topic !== null || stage !== null || said.person !== undefined
}

function withBeyond(heard: Understanding, text: string): Understanding {
  // How others stand is nothing said of oneself.
  if (speaksOfOthers(text)) {
    const { registered: _, ...said } = heard.said
    return { ...heard, said }
  }
  const registered = standingTold(text, heard.said.registered)
  const age = heard.said.age ?? bareAge(text)
  const occupation = heard.said.occupation ?? workSaid(text)
  const person = placedAmongTheirs(heard.said.person, text)
  const more: Said = {
    ...(person === undefined ? {} : { person }),
    ...(occupation === undefined ? {} : { occupation }),
    ...(registered === undefined ? {} : { registered }),
    ...(age === undefined ? {} : { age }),
  }
  const { childrenCount, ...said } = heard.said
  // 二儿子 is one of them, and not two.
  const isCount = childrenCount !== undefined && !(person?.ordinal !== undefined && PLACED.test(text))
  return { ...heard, said: { ...said, ...(isCount ? { childrenCount } : {}), ...more } }
}

// 大女儿 is the eldest of the daughters, whatever sons are older.
function placedAmongTheirs(person: Said['person'], text: string): Said['person'] {
  const placed = PLACED.exec(text)?.groups
  if (person?.ordinal === undefined || person.relation !== undefined || placed === undefined) return person
  return { ...person, relation: placed['son'] === undefined ? 'daughter' : 'son' }
}

const PLACED = /[大二三四五六小](?:的)?(?:(?<son>儿子|后人)|女儿|姑娘|丫头|女子|闺女)/u

// 不上幼儿园了，上小学了: where they are now.
const MOVED_ON =
  /不(?:上|念|读)[^，。,\s]{1,6}了[，,。\s]+(?<zh>(?:现在|已经|都|今年|刚)*(?:上|读|念|去|转|到).{1,40})$|བྱིས་པའི་གླིང་ལ་(?:མི|མ)་(?:འགྲོ|སོང)[^།]{0,8}།\s*(?<bo>[^།]*སློབ[^།]*)།?$/u

const NO_KINDERGARTEN =
  /(?:没|没有|还没|不)(?:上|去|进)(?:过)?幼儿园(?!了[，,\s])|བྱིས་པའི་གླིང་(?:ལ་|དུ་)?(?:མི|མ)་(?:འགྲོ|སོང)/u

// 在宕昌县教小学 is no pupil.
const TEACHES = /(?:在|当|是)[^，。]{0,12}教(?:小学|初中|中学|幼儿园|书)(?!育)/u

const FEES_ALONE = /^(?:འོ་ན་|དེ་ན་)?སློབ་(?:གྲྭའི་)?ཡོན་ནི[་།\s]*$/u

const DISABLED = /残疾的?|དབང་པོ་སྐྱོན་ཅན་(?:གྱི་)?/u

const LEFT_SCHOOL =
  /毕业(?:都|已经|有|了)?(?:[一二两三四五六七八九十几\d]+年|[^。]{0,6}(?:在家|待业|没工作|找不到工作))|མཐར་ཕྱིན་(?:ནས་|རྗེས་)ལོ་/u

const REPORTS = /(?:能|可以|想|要|怎么|咋|去哪)[^，。]{0,4}举报|ཞུ་གཏུག་(?:བྱེད་)?(?:ཆོག|འདོད|ཐུབ)/u

// 是建档户, 不是贫困户, said of oneself, accuses nobody.
const OWN_STANDING =
  /^(?:(?:我|俺|咱)们?(?:家|屋里)?|家里)?(?:现在)?(?:已经|早就)?(?:还|也|就|都)?(?:不是|不算|是|算)(?:个)?(?:建档立卡|建档|贫困)(?:家庭|户)?(?:了|啊|的|呢)*[。.!！]*$|^(?:ང་ཚང་?|ང་ཚོ་?|ངའི་ཁྱིམ་ཚང་?)?[^།]{0,10}དབུལ་(?:པོའི་ཁྱིམ་ཚང|ཁྱིམ|པོ)་(?:ཡིན|རེད|མ་རེད|མིན|མ་ཡིན)[་།\s]*$/u

// A teacher's school is where they work.
const SELF_TEACHER = /^我(?:是|就是)[^，。]{0,8}(?:教师|老师)|^ང་[^།]{0,40}དགེ་རྒན་ཡིན/u

const BACK_TO_SCHOOL =
  /(?:想|要|还想)(?:再|又|重新|继续|回去|回学校)(?:去)?(?:上学|念书|读书|上课)|(?:སླར|ཡང་བསྐྱར|ཡང)་(?:ཡང་)?(?:སློབ་གྲྭར|སློབ་གྲྭ་ལ)་(?:འགྲོ|འཛུལ)་(?:འདོད|ཆོག)/u

const WHY_UNPAID =
  /(?:为啥|为什么|咋|怎么)[^，。]{0,4}(?:没|不)(?:有)?(?:给|发|批|到)[^，。]{0,3}[?？]?$|ཅིའི་ཕྱིར་(?:མ|མི)་(?:སྤྲད|སྟེར|ཐོབ|འབྱོར)[་།?\s]*$/u

// 没收到咋办 asks no way to apply.
const UNPAID =
  /(?:没|没有|还没)(?:有)?(?:收到|到账|拿到|领到|打来|发来|发下来)[^，。吗]{0,4}(?:咋|怎么|该)|(?:མ་(?:འབྱོར|ཐོབ)|(?:འབྱོར|ཐོབ)་མ་བྱུང)[^།]{0,6}ན་[^།]{0,12}(?:ཅི་བྱེད|ཇི་ལྟར|ཅི་བྱ|ཅི་ཞིག)/u

const APPEALS = /申诉|(?:结果|认定|评定)[^，。]{0,4}(?:不服|有异议)|གཏན་འཁེལ[^།]{0,20}མི་འཐད/u

// Who says that they are staff asks for none.
const CLAIMS_OFFICE = /^我(?:就)?是[^，。]{0,12}(?:工作人员|干部|局的|办的)|^ང་(?:ནི་)?[^།]{0,60}ལས་བྱེད་པ་ཡིན/u

const WHETHER = /(?:行不行|成不成|得不得|可不可以|能不能|行吗|成吗|可以吗)[啊呀嘛哦]?[?？。]?\s*$/u

// The work that somebody says is their own: 我在乡下小学教书十年了.
function workSaid(text: string): Said['occupation'] {
  return WORKS.find(({ words }) => words.test(text))?.occupation
}

// 我娃今年15: a number beside "this year" is an age.
function bareAge(text: string): number | undefined {
  const age = readNumber(BARE_AGE.exec(text)?.[1] ?? '')
  return age !== null && age > 0 && age < 60 ? age : undefined
}

const WORKS = [
  {
    occupation: 'retired-teacher',
    words:
      /^我(?:已经|是)?退(?:休|下来)[^。]{0,12}(?:教|老师)|^ང་[^།]{0,30}(?:བགྲེས|རྒན)་ཡོལ[^།]{0,20}(?:དགེ་རྒན|ཡིན)/u,
  },
  {
    occupation: 'rural-teacher',
    words:
      /^我(?:就?是|在|当)[^，。]{0,8}(?:村|乡|山区|教学点)(?![^，。]*(?:幼儿园|退休))[^，。]{0,8}(?:老师|教师|教书|任教|代课)|^ང་(?:ནི་|རང་)?(?![^།]*(?:བྱིས་པའི་གླིང|བགྲེས))[^།]{0,20}(?:གྲོང|སྡེ་བ|ཤང|ཞིང་འབྲོག)[^།]{0,24}དགེ་རྒན་(?:ཡིན|བྱེད)/u,
  },
  {
    occupation: 'village-doctor',
    words:
      /^我(?:就?是|在|当)[^，。]{0,8}村(?!民)[^，。]{0,6}(?:医生|大夫|看病的|卫生室|卫生所)|^ང་(?:ནི་|རང་)?[^།]{0,20}(?:གྲོང|སྡེ་བ)[^།]{0,16}སྨན་པ་(?:ཡིན|བྱེད)/u,
  },
] as const

const BARE_AGE = /今年(?:刚|才|都|有|满)?([0-9零一二两三四五六七八九十]{1,3})(?:了|啦)?[。.!！]?$/u
