import { writeFileSync, mkdirSync, readdirSync, unlinkSync } from 'node:fs'
const dir = 'test/conversations/'
for (const f of readdirSync(dir)) if (f.endsWith('.json')) unlinkSync(dir + f)
const t = (zh, bo, expect, more = {}) => ({ say: { 'zh-CN': zh, bo }, ...more, ...(expect ? { expect } : {}) })
const c = (file, title, family, turns, more = {}) =>
  writeFileSync(dir + file + '.json', JSON.stringify({ title, family, ...more, turns }, null, 2) + '\n')
const P = {
  kg: ['娃娃上幼儿园能免多少钱', 'བྱིས་པའི་གླིང་ལ་དངུལ་ག་ཚོད་ཆག་གི་རེད'],
  why: ['为什么', 'རྒྱུ་མཚན་ཅི'],
  how: ['怎么办理', 'རེ་ཞུ་ཇི་ལྟར་བྱེད'],
  status: ['钱到账了没有', 'དངུལ་འབྱོར་སོང་ངམ'],
  benefits: ['我家能享受什么政策', 'ང་ཚོའི་ཁྱིམ་ཚང་ལ་ཁེ་ཕན་གང་ཡོད'],
  grant: ['中职助学金有多少', 'འབྲིང་རིམ་ལས་རིགས་སློབ་གྲྭའི་སློབ་སྦྱོང་རོགས་དངུལ་ག་ཚོད་ཡོད'],
  loan: ['助学贷款能贷多少', 'སློབ་སྦྱོང་དངུལ་བུན་ག་ཚོད་གཡར་ཆོག'],
  special: ['高考专项计划能报吗', 'སློབ་ཆེན་གྱི་ཆེད་དམིགས་འཆར་གཞིར་ཐོ་འགོད་ཆོག་གམ'],
  medical: ['免费医学生怎么样', 'རིན་མེད་སྨན་གྱི་སློབ་མ'],
  teacher: ['乡村教师有什么补助', 'གྲོང་གསེབ་དགེ་རྒན་ལ་རོགས་དངུལ་ག་ཚོད་ཡོད'],
  training: ['有没有技能培训', 'ལག་རྩལ་སྦྱོང་བརྡར་ཡོད་དམ'],
  compulsory: ['义务教育有什么政策', 'འགན་བབས་སློབ་གསོ་ནི་ཅི་ཡིན'],
  fees: ['上大专的学费能免吗', 'མཐོ་རིམ་ལས་རིགས་སློབ་གྲྭའི་སློབ་ཡོན་ཆག་གམ'],
  stop: ['停止', 'མཚམས་ཞོག'],
  start: ['开始', 'འགོ་འཛུགས'],
  thanks: ['谢谢', 'བཀའ་དྲིན་ཆེ'],
  hello: ['你好', 'བདེ་མོ'],
  help: ['帮助', 'རོགས་རམ'],
  dontKnow: ['不知道', 'མི་ཤེས'],
  yes: ['是', 'ཡིན'],
  no: ['不是', 'མིན'],
  want: ['要', 'དགོས'],
  wantNot: ['不要', 'མི་དགོས'],
  missing: ['登记错了', 'ཐོ་ནོར་འདུག'],
  misuse: ['举报', 'ཞུ་གཏུག'],
  person: ['人工', 'ལས་བྱེད་པ'],
  erase: ['删除我的资料', 'ངའི་ཡིག་ཆ་སུབ'],
  again: ['重来', null],
  never: ['不用了', 'མི་དགོས'],
  more: ['更多', 'མུ་མཐུད'],
}
const q = (name, expect, more) => t(...P[name], expect, more)
const E = 'eligible', I = 'ineligible', U = 'unknown'

// — programmes, families on record —
c('kindergarten-fee', 'a registered family with a child in the county’s kindergarten hears of a thousand yuan and its clause', 'kindergarten', [
  q('kg', { intent: 'ask-programme', topic: 'kindergarten', outcomes: { 张小明: { 'preschool-fee-waiver': E, 'village-kindergarten': E } }, citations: ['二(一)·2'], tells: ['1000', '张小明'], asks: null }),
  q('why', { intent: 'ask-why', tells: ['张小明'], citations: ['二(一)·2'] }),
  q('how', { intent: 'ask-how', topic: 'kindergarten', keys: ['how.none'] }),
  q('thanks', { intent: 'thanks', keys: ['thanks'] }),
])
c('kindergarten-how-entered', 'what the county entered of papers, place, days and telephone is told, and nothing else', 'kindergarten', [
  q('kg', { outcomes: { 张小明: { 'preschool-fee-waiver': E } }, tells: ['1000', '2026'] }),
  q('how', { intent: 'ask-how', tells: ['0939-6121234', '2026'] }),
], { offices: 'whole' })
c('kindergarten-monitored', 'a monitored household is not counted as registered, and hears which day’s standing was used', 'monitored', [
  q('kg', { outcomes: { 高洁: { 'preschool-fee-waiver': I, 'village-kindergarten': E } }, keys: ['standing.monitored', 'standing.review'], tells: ['高洁'] }),
  q('special', { outcomes: { 高翔: { 'special-plan-national': E, 'special-plan-provincial': E, 'special-plan-rural': E, 'special-plan-old-revolutionary': I } }, tells: ['高翔'], citations: ['二(二)·8'] }),
])
c('kindergarten-town', 'a county that the plan does not name for certain gives no guess, and the office is named', 'town', [
  q('kg', { outcomes: { 邱朵朵: { 'preschool-fee-waiver': U } }, keys: ['answer.unknown', 'policy:condition.in-plan-counties.office'], tells: ['邱朵朵'], asks: null }),
  q('special', { outcomes: { 邱亮: { 'special-plan-national': U, 'special-plan-provincial': U, 'special-plan-rural': I, 'special-plan-old-revolutionary': I } }, tells: ['邱亮'] }),
])
c('kindergarten-lifted', 'a lifted household hears no thousand yuan but its standing, the day it was lifted and how to object', 'lifted', [
  q('kg', { outcomes: { 刘佳: { 'preschool-fee-waiver': I, 'village-kindergarten': E } }, keys: ['standing.lifted', 'standing.review', 'answer.no'], tells: ['刘佳', '2019'] }),
  q('why', { intent: 'ask-why', tells: ['刘佳'] }),
  q('missing', { changes: ['open-case correction'], asks: 'case' }),
])
c('lifted-vocational', 'a lifted household’s vocational student gets neither grant nor tuition waiver by the plan', 'lifted', [
  q('grant', { outcomes: { 刘阳: { 'secondary-vocational-grant': I, 'secondary-vocational-tuition-waiver': I } }, tells: ['刘阳', '2019'], keys: ['standing.lifted'] }),
])
c('pupils-compulsory', 'children at primary and junior school hear what the plan promises of their schools', 'pupils', [
  q('compulsory', { topic: 'compulsory', outcomes: { 罗小军: { 'compulsory-nearby-school': E }, 罗小梅: { 'compulsory-nearby-school': E } }, tells: ['罗小军', '罗小梅', '2020', '2017'] }),
  q('grant', { topic: 'secondary-vocational', tells: ['2000'], keys: ['later.admitted'], hides: ['罗小梅'] }),
])
c('pupils-benefits', 'a family whose children are too young for grants hears what it has and no sum it has not', 'pupils', [
  q('benefits', { intent: 'ask-benefits', outcomes: { 罗小军: { 'compulsory-nearby-school': E }, 罗小梅: { 'compulsory-nearby-school': E } }, hides: ['2000', '8000'] }),
  t('小军初中毕业以后有什么路', '小军 སློབ་འབྲིང་དམའ་རིམ་ཐོན་རྗེས་འགྲོ་ལམ་གང་ཡོད', { intent: 'ask-routes', tells: ['罗小军'] }),
])
c('vocational-grant', 'a vocational student hears of two thousand yuan and free tuition', 'vocational', [
  q('grant', { topic: 'secondary-vocational', outcomes: { 王海霞: { 'secondary-vocational-grant': E, 'secondary-vocational-tuition-waiver': E, 'tibetan-area-nine-plus-three': I, 'secondary-vocational-direct-admission': E } }, tells: ['王海霞', '2000'], citations: ['二(一)·6'], asks: null }),
  q('status', { intent: 'ask-status' }),
])
c('vocational-routes', 'a vocational student in the last year sees recommendation and the separate test', 'vocational', [
  t('以后能考大专不', 'སློབ་ཐོན་རྗེས་འགྲོ་ལམ་གང་ཡོད', { intent: 'ask-routes', outcomes: { 王海霞: { 'secondary-vocational-direct-admission': E, 'higher-vocational-separate-test': E } }, tells: ['王海霞'], citations: ['二(二)·9'] }),
  q('why', { intent: 'ask-why', tells: ['王海霞'] }),
])
c('final-year-special-plans', 'a final-year pupil of an old revolutionary county hears of all four special plans', 'final-year', [
  q('special', { topic: 'special-plan', outcomes: { 马晓东: { 'special-plan-national': E, 'special-plan-provincial': E, 'special-plan-old-revolutionary': E, 'special-plan-rural': E } }, citations: ['二(二)·8'], tells: ['马晓东'] }),
  q('why', { intent: 'ask-why', tells: ['马晓东'], citations: ['二(二)·8'] }),
  q('how', { intent: 'ask-how', topic: 'special-plan' }),
])
c('final-year-medical', 'a final-year pupil hears of places for doctors, how many, and no promise of admission', 'final-year', [
  q('medical', { topic: 'medical', outcomes: { 马晓东: { 'free-medical-student': E, 'rural-doctor-places': E } }, tells: ['450', '300'], citations: ['二(二)·10'] }),
])
c('final-year-loan', 'who is not yet at college hears that the loan comes with admission', 'final-year', [
  q('loan', { topic: 'loan', tells: ['8000', '马晓东'], keys: ['later.admitted'] }),
])
c('unverified-county', 'a family of a county that no list names for certain is sent to the office, and hears the rest', 'unverified', [
  q('kg', { outcomes: { 陈小丽: { 'preschool-fee-waiver': U, 'village-kindergarten': U } }, keys: ['answer.unknown', 'policy:condition.in-plan-counties.office'], tells: ['陈小丽'], asks: null }),
  q('why', { intent: 'ask-why', tells: ['陈小丽'] }),
])
c('first-year-special', 'a pupil in the first year of senior school cannot apply yet, and hears when', 'first-year', [
  q('special', { topic: 'special-plan', outcomes: { 白雪莲: { 'special-plan-national': I, 'special-plan-rural': I } }, tells: ['白雪莲'], keys: ['later.final-year'] }),
])
c('college-fees-and-loan', 'a college student in the province hears of fees, loan and work', 'college', [
  q('fees', { topic: 'higher-vocational', outcomes: { 孙雅琴: { 'higher-vocational-fee-waiver': E } }, citations: ['二(一)·7'], tells: ['孙雅琴'] }),
  q('loan', { topic: 'loan', outcomes: { 孙雅琴: { 'origin-student-loan': E, 'work-study': E } }, tells: ['8000'] }),
])
c('college-son-out-of-school', 'the brother out of school hears of free vocational education and training, not of the sister’s loan', 'college', [
  t('儿子没念书了有啥路', 'བུ་སློབ་གྲྭར་མེད་ན་འགྲོ་ལམ་གང་ཡོད', { intent: 'ask-routes', outcomes: { 孙志强: { 'leaver-vocational-education': E, 'labour-skills-training': E } }, tells: ['孙志强'], citations: ['二(四)·23'], hides: ['8000'] }),
])
c('undergraduate-loan', 'an undergraduate outside the province may borrow eight thousand a year', 'undergraduate', [
  q('loan', { topic: 'loan', outcomes: { 贾文静: { 'origin-student-loan': E, 'work-study': E } }, tells: ['贾文静', '8000'], citations: ['二(一)·7'] }),
  q('how', { intent: 'ask-how', topic: 'loan' }),
])
c('undergraduate-fees', 'the college fee waiver is not for universities, and nobody says it is', 'undergraduate', [
  q('fees', { topic: 'higher-vocational', keys: ['none.higher-vocational', 'none.general'] }),
])
c('college-kind-unknown', 'where the register does not tell college from university, that is asked once', 'college-unknown', [
  q('loan', { asks: 'person.stage', tells: ['史慧'] }),
  t('7', '༧', { outcomes: { 史慧: { 'origin-student-loan': E, 'work-study': E } }, tells: ['8000', '史慧'], asks: null }),
])
c('teacher-subsidy', 'a village teacher hears of a subsidy of which the plan names no sum', 'teacher', [
  q('teacher', { topic: 'teacher', outcomes: { 杨文学: { 'rural-teacher-subsidy': E, 'rural-teacher-career': E } }, citations: ['二(三)·13'] }),
  t('我媳妇是村医，有培训吗', 'ངའི་སྐྱེ་དམན་གྲོང་ཚོའི་སྨན་པ་ཡིན། སྦྱོང་བརྡར་ཡོད་དམ', { topic: 'medical', outcomes: { 郭春梅: { 'village-doctor-training': E } }, tells: ['700', '郭春梅'], citations: ['二(二)·10'] }),
])
c('teacher-retired', 'a retired teacher hears that village schools welcome them', 'retired', [
  t('退休教师能回村里教书吗', 'རྒན་གཡོལ་དགེ་རྒན་གྱིས་གྲོང་ཚོར་སློབ་ཁྲིད་བྱེད་ཆོག་གམ', { topic: 'teacher', outcomes: { 石明礼: { 'retired-teacher-support': E } }, citations: ['二(三)·11'], tells: ['石明礼'] }),
])
c('training-adult', 'a grown-up out of school hears of training and not of free vocational school', 'kindergarten', [
  q('training', { topic: 'training', outcomes: { 张卫国: { 'labour-skills-training': E, 'leaver-vocational-education': I } }, tells: ['张卫国'] }),
])
c('grade-nine-routes', 'a pupil in grade nine sees the routes that begin there, with senior school among them', 'grade-nine', [
  t('初三毕业有什么路可以走', 'སློབ་འབྲིང་དམའ་རིམ་ཐོན་རྗེས་འགྲོ་ལམ་གང་ཡོད', { intent: 'ask-routes', tells: ['苏小强'], keys: ['routes.senior-high'] }),
  t('上中职的学费呢', 'འབྲིང་རིམ་ལས་རིགས་སློབ་གྲྭའི་སློབ་ཡོན་ནི', { topic: 'secondary-vocational', keys: ['later.admitted'], tells: ['苏小强', '2000'] }),
])
c('herder-nine-plus-three', 'a herder family’s child in grade nine of a Tibetan county goes on for three years free', 'herders', [
  t('藏区9+3是什么', 'བོད་ཁུལ་གྱི་9+3ནི་ཅི་རེད', { topic: 'secondary-vocational', outcomes: { 拉毛草: { 'tibetan-area-nine-plus-three': E }, 扎西才让: { 'tibetan-area-nine-plus-three': E, 'secondary-vocational-grant': E } }, tells: ['9+3', '2000'], citations: ['二(一)·6'] }),
])
c('herder-village-kindergarten', 'a big village of a Tibetan county is to have its kindergarten by the earlier year', 'herders', [
  t('我们村什么时候建幼儿园', 'ང་ཚོའི་གྲོང་ཚོར་བྱིས་པའི་གླིང་ནམ་འཛུགས', { topic: 'kindergarten', outcomes: { 旦增: { 'village-kindergarten': E, 'preschool-fee-waiver': E } }, tells: ['2016', '旦增'] }),
])
c('herder-all-children', 'each child of a herder family is named with what is theirs', 'herders', [
  q('benefits', { intent: 'ask-benefits', outcomes: { 扎西才让: { 'secondary-vocational-grant': E }, 拉毛草: { 'tibetan-area-nine-plus-three': E, 'compulsory-nearby-school': E }, 旦增: { 'preschool-fee-waiver': E } }, tells: ['扎西才让', '拉毛草', '旦增', '2000', '1000'] }),
  t('那老三呢', 'འོ་ན་བྱིས་པ་གསུམ་པ', { tells: ['旦增', '1000'], hides: ['扎西才让'] }),
])
c('many-children', 'a household of five children hears of each, the twins both', 'many', [
  q('benefits', { outcomes: { 马志远: { 'secondary-vocational-grant': E }, 马双喜: { 'preschool-fee-waiver': E }, 马双庆: { 'preschool-fee-waiver': E }, 马玉兰: { 'compulsory-nearby-school': E } }, tells: ['马志远', '马志高', '马玉兰', '马双喜', '马双庆', '1000', '2000'] }),
  t('马双庆呢', '马双庆 ནི', { tells: ['马双庆', '1000'], hides: ['马志远', '马双喜'] }),
  q('why', { tells: ['马双庆'], hides: ['马志远'] }),
])
c('many-children-kindergarten', 'both twins are told of by one answer', 'many', [
  q('kg', { outcomes: { 马双喜: { 'preschool-fee-waiver': E }, 马双庆: { 'preschool-fee-waiver': E } }, tells: ['马双喜', '马双庆', '1000'], hides: ['马志远'] }),
])
c('daughter-and-son', 'a daughter named by the word is the one answered of', 'many', [
  t('女儿能享受什么', 'བུ་མོར་ཁེ་ཕན་གང་ཡོད', { tells: ['马玉兰', '马双庆'], hides: ['马志远', '马双喜'] }),
])
c('child-by-school', 'a child is meant by the school named', 'many', [
  t('上小学的那个能享受什么', 'སློབ་ཆུང་ལ་འགྲོ་བའི་བྱིས་པ་ལ་ཁེ་ཕན་གང་ཡོད', { outcomes: { 马玉兰: { 'compulsory-nearby-school': E } }, tells: ['马玉兰'], hides: ['马双喜'] }),
])
// — follow-ups —
c('follow-up-topic', 'from the kindergarten the talk turns to another child’s school, and “why” follows it there', 'herders', [
  q('kg', { tells: ['旦增'], outcomes: { 旦增: { 'preschool-fee-waiver': E } } }),
  q('grant', { tells: ['扎西才让', '2000'] }),
  q('why', { tells: ['扎西才让'], hides: ['旦增'], citations: ['二(一)·6'] }),
])
c('how-after-benefits', 'how to apply is answered after the list of benefits, inventing nothing', 'vocational', [
  q('benefits', { outcomes: { 王海霞: { 'secondary-vocational-grant': E } } }),
  q('how', { intent: 'ask-how', keys: ['how.none'], hides: ['http'] }),
])
c('status-paid-and-refused', 'paid is told with its sum and refused with the office’s reason', 'recorded', [
  q('status', { intent: 'ask-status', tells: ['冯星', '冯月', '1000.50'] }),
])
c('status-waiting', 'granted and not yet paid is told with how long it waits', 'waiting', [
  q('status', { intent: 'ask-status', tells: ['鲁小满', '鲁大满'], keys: ['status.late'] }),
  q('person', { changes: ['open-case person'], asks: 'case', keys: ['case.person.opened'] }),
])
c('when-closes', 'when to apply is answered with the day the county closes', 'kindergarten', [
  q('kg', { tells: ['2026'] }),
  t('什么时候截止', 'རེ་ཞུ་ནམ་ཚུན་ལ་བྱེད་དགོས', { intent: 'ask-how', tells: ['2026'] }),
], { offices: 'whole' })
c('last-day', 'on the last day it says so', 'kindergarten', [
  q('kg', { keys: ['answer.last-day'], outcomes: { 张小明: { 'preschool-fee-waiver': E } } }),
], { offices: 'last-day' })
c('closed-window', 'what has closed is said to have closed, with whom to ask', 'vocational', [
  q('how', { intent: 'ask-how' }),
  t('中职怎么办理', 'འབྲིང་རིམ་ལས་རིགས་སློབ་གྲྭའི་རེ་ཞུ་ཇི་ལྟར་བྱེད', { intent: 'ask-how', topic: 'secondary-vocational', tells: ['2026'], keys: ['how.window.closed'] }),
], { offices: 'differing' })
// — asked facts —
c('place-asked-chain', 'an unknown school place is asked, a wrong number is asked again, the answer settles it', 'kindergarten-place-unknown', [
  q('kg', { asks: 'person.schoolPlace', tells: ['赵小雨', '1000'], outcomes: { 赵小雨: { 'preschool-fee-waiver': U } } }),
  t('9', '༩', { asks: 'person.schoolPlace', keys: ['ask.again'] }),
  t('1', '༡', { asks: null, outcomes: { 赵小雨: { 'preschool-fee-waiver': E } }, keys: ['answer.yes'] }),
])
c('place-in-words', 'an answer in words is as good as a number', 'kindergarten-place-unknown', [
  q('kg', { asks: 'person.schoolPlace' }),
  t('在外省上', 'ཞིང་ཆེན་ཕྱི་ལ་ཡོད', { asks: null, outcomes: { 赵小雨: { 'preschool-fee-waiver': I } }, keys: ['answer.no'] }),
])
c('place-asked-then-other-question', 'another question is answered first, and the pending one swallows nothing', 'kindergarten-place-unknown', [
  q('kg', { asks: 'person.schoolPlace' }),
  q('help', { intent: 'help', keys: ['help'] }),
  q('kg', { asks: 'person.schoolPlace' }),
  t('本县', 'རང་རྫོང', { outcomes: { 赵小雨: { 'preschool-fee-waiver': E } } }),
])
c('place-dropped', 'never mind takes the question back', 'kindergarten-place-unknown', [
  q('kg', { asks: 'person.schoolPlace' }),
  q('never', { asks: null, keys: ['dropped'] }),
])
c('stale-grade-nine', 'last year’s grade nine is asked where the child is now, and answered by that', 'stale', [
  q('benefits', { asks: 'person.stage', tells: ['周宁'] }),
  t('5', '༥', { asks: null, tells: ['周宁'] }),
])
c('stranger-fewest-questions', 'a stranger is asked no more than settles the answer', 'stranger', [
  q('grant', { asks: 'household.registered', tells: ['2000'], outcomes: { someone: { 'secondary-vocational-grant': U } } }),
  q('yes', { asks: 'household.county', outcomes: { someone: { 'secondary-vocational-grant': E, 'secondary-vocational-tuition-waiver': E, 'tibetan-area-nine-plus-three': U } } }),
  t('夏河县', 'བསང་ཆུ་རྫོང་', { asks: null, outcomes: { someone: { 'secondary-vocational-grant': E, 'tibetan-area-nine-plus-three': E } }, keys: ['answer.told'], tells: ['2000', '9+3'] }),
])
c('stranger-not-registered', 'a stranger who is not registered hears of what needs no register, and of nothing else', 'stranger', [
  q('grant', { asks: 'household.registered' }),
  q('no', { asks: 'household.county', outcomes: { someone: { 'secondary-vocational-grant': I } } }),
  t('夏河县', 'བསང་ཆུ་རྫོང་', { asks: null, outcomes: { someone: { 'secondary-vocational-grant': I, 'secondary-vocational-tuition-waiver': I, 'tibetan-area-nine-plus-three': E } }, hides: ['2000'] }),
])
c('stranger-kindergarten-chain', 'a stranger’s kindergarten is settled by place, register, county and the kind of registration', 'stranger', [
  q('kg', { asks: 'person.schoolPlace', tells: ['1000'] }),
  t('1', '1', { asks: 'household.registered' }),
  t('1', '1', { asks: 'household.county' }),
  t('夏河县', 'བསང་ཆུ་རྫོང་', { outcomes: { someone: { 'preschool-fee-waiver': E, 'village-kindergarten': U } }, asks: 'household.rural' }),
  t('是', 'ཡིན', { outcomes: { someone: { 'preschool-fee-waiver': E, 'village-kindergarten': E } }, asks: null, tells: ['1000', '2017'], keys: ['answer.told'] }),
])
c('stranger-outside-gansu', 'a county outside the province is in none of the plan’s, and that is said', 'stranger', [
  t('我是四川成都的，娃上幼儿园免费吗', 'ང་སི་ཁྲོན་ཁྲེང་ཏུ་ནས་ཡིན། བྱིས་པའི་གླིང་ལ་དངུལ་ཆག་གམ', { topic: 'kindergarten' }),
])
c('stranger-dont-know-all', 'who knows nothing hears what is missing, never a no', 'stranger', [
  q('kg', { asks: 'person.schoolPlace' }),
  q('dontKnow', { outcomes: { someone: { 'preschool-fee-waiver': U } }, asks: 'household.registered' }),
  q('dontKnow', { outcomes: { someone: { 'preschool-fee-waiver': U } }, asks: 'household.county' }),
  q('dontKnow', { asks: 'household.village.poor' }),
  q('dontKnow', { asks: 'household.village.population' }),
  q('dontKnow', { asks: 'household.rural' }),
  q('dontKnow', { outcomes: { someone: { 'preschool-fee-waiver': U, 'village-kindergarten': U } }, keys: ['answer.unknown'], asks: null }),
])
c('stranger-doctor', 'a village doctor is asked for the county alone', 'stranger', [
  t('我是村医，有培训吗', 'ང་གྲོང་ཚོའི་སྨན་པ་ཡིན། སྦྱོང་བརྡར་ཡོད་དམ', { asks: 'household.county', topic: 'medical' }),
  t('宕昌县', 'བསང་ཆུ་རྫོང་', { asks: null, outcomes: { someone: { 'village-doctor-training': E } }, tells: ['700'], citations: ['二(二)·10'] }),
])
c('stranger-teacher', 'a village teacher who is no family on record is told after the county', 'stranger', [
  t('我是乡村教师，有补助吗', 'ང་གྲོང་གསེབ་དགེ་རྒན་ཡིན། རོགས་དངུལ་ཡོད་དམ', { topic: 'teacher', asks: 'household.county' }),
  t('夏河县', 'བསང་ཆུ་རྫོང་', { asks: null, outcomes: { someone: { 'rural-teacher-subsidy': E } }, citations: ['二(三)·13'] }),
])
c('stranger-free-medical', 'a stranger in the last year may become a free medical student whatever the county', 'stranger', [
  t('娃高三了，想学医', 'ངའི་ཕྲུ་གུ་སློབ་འབྲིང་མཐོ་རིམ་ལོ་རིམ་གསུམ་པ་ཡིན། སྨན་སློབ་འདོད་ཡོད', { topic: 'medical', outcomes: { someone: { 'free-medical-student': E } } }),
  t('夏河县', 'བསང་ཆུ་རྫོང་', { outcomes: { someone: { 'free-medical-student': E, 'rural-doctor-places': E } }, tells: ['450', '300'], citations: ['二(二)·10'] }),
])
c('stranger-menu-out-of-range', 'a number that the menu has not is met with the menu again', 'stranger', [
  q('hello', { intent: 'greeting', asks: 'menu', keys: ['menu.title'] }),
  t('99', '༩༩', { asks: 'menu' }),
  t('5', '༥', { topic: 'loan', tells: ['8000'] }),
])
c('stranger-menu-each', 'every number of the menu leads to its topic', 'stranger', [
  q('hello', { asks: 'menu' }),
  t('1', '༡', { topic: 'kindergarten', tells: ['1000'] }),
  q('hello', { asks: 'menu' }),
  t('3', '༣', { topic: 'secondary-vocational', tells: ['2000'] }),
])
c('stranger-undergraduate-abroad', 'a stranger at a university outside the province is asked for the register alone', 'stranger', [
  t('我在北京上大学，能贷款吗', 'ང་པེ་ཅིན་ལ་སློབ་ཆེན་འགྲིམས་གི་ཡོད། དངུལ་བུན་གཡར་ཆོག་གམ', { topic: 'loan', asks: 'household.registered' }),
  q('yes', { outcomes: { someone: { 'origin-student-loan': E, 'work-study': E } }, tells: ['8000'], asks: null }),
])
c('stranger-learns-nothing-of-a-name', 'a name on the register tells a stranger nothing, in any question', 'stranger', [
  t('张小明的助学金到账了没有', '张小明 ལ་སློབ་སྦྱོང་རོགས་དངུལ་འབྱོར་སོང་ངམ', { intent: 'ask-status', hides: ['张小明', '宕昌', 'K-3'] }),
  t('张卫国家能享受什么政策', '张卫国 ཚང་ལ་ཁེ་ཕན་གང་ཡོད', { hides: ['张卫国', '宕昌'] }),
])
c('another-household-named', 'a family that asks after another’s child learns nothing of it', 'kindergarten', [
  t('王海霞上中职有助学金吗', '王海霞 ལ་འབྲིང་རིམ་ལས་རིགས་སློབ་གྲྭའི་སློབ་སྦྱོང་རོགས་དངུལ་ཡོད་དམ', { hides: ['王海霞', '泾川'] }),
])
c('shared-two-households', 'on a shared telephone neither household hears of the other', 'shared', [
  q('kg', { asks: 'household', hides: ['何'] }),
  t('何玉山', '何玉山', { outcomes: { 何苗: { 'preschool-fee-waiver': E } }, tells: ['何苗', '1000'], hides: ['何强', '何玉海'] }),
  q('why', { tells: ['何苗'], hides: ['何强'] }),
])
// — cases —
c('case-missing-followed', 'who is missing tells where they live, and finds the request again by its number', 'stranger', [
  t('我家没上登记', 'ང་ཚོ་མིང་ཐོར་མེད', { changes: ['open-case missing'], asks: 'case', keys: ['case.missing.opened'] }),
  t('宕昌县上寨村，户主赵大山', 'བསང་ཆུ་རྫོང་། ཁྱིམ་བདག་ཚེ་རིང་།', { changes: ['add-to-case missing'], asks: 'case' }),
  q('dontKnow', { keys: ['case.done'] }),
  t('{reference}', '{reference}', { keys: ['case.kind.missing'], asks: null }),
  t('{reference} 还没有人来', '{reference} ད་དུང་མི་ཡོང་མ་སོང་།', { changes: ['add-to-case missing'] }),
])
c('case-wrong-number', 'a number that was never given tells nothing and echoes nothing', 'kindergarten', [
  q('hello', { asks: 'menu' }),
  t('编号9RTW3C', 'ཨང་གྲངས་9RTW3C', { keys: ['case.unknown'], hides: ['9RTW3C'] }),
])
c('case-refused', 'who was refused may have it looked into', 'kindergarten', [
  t('幼儿园不给我家办免保教费', 'བྱིས་པའི་གླིང་གིས་ངའི་རེ་ཞུ་ཁས་མ་བླངས།', { asks: 'offer', keys: ['case.offer.refused'] }),
  q('want', { changes: ['open-case refused'], asks: 'case' }),
  t('园长说没名额', 'དགེ་རྒན་གྱིས་མིང་གྲངས་མེད་ཟེར།', { changes: ['add-to-case refused'] }),
])
c('case-too-little', 'who was paid too little may have it looked into', 'vocational', [
  t('助学金少发了五百', 'སློབ་སྦྱོང་རོགས་དངུལ་ཉུང་དྲགས་འདུག', { asks: 'offer', keys: ['case.offer.late'] }),
  q('want', { changes: ['open-case late'], asks: 'case' }),
  q('dontKnow', {}),
  q('dontKnow', { keys: ['case.done'] }),
])
c('case-declined', 'an offer that is declined opens nothing', 'vocational', [
  t('助学金少发了五百', 'སློབ་སྦྱོང་རོགས་དངུལ་ཉུང་དྲགས་འདུག', { asks: 'offer' }),
  q('wantNot', { asks: null, keys: ['case.offer.dropped'] }),
])
c('case-misuse-anonymous', 'a report ties itself to nobody, and its number tells only how it stands', 'recorded', [
  q('misuse', { changes: ['open-case misuse'], keys: ['case.misuse.opened'], asks: 'case', hides: ['冯'] }),
  t('村主任冒领助学金', 'གྲོང་ཚོའི་དཔོན་པོས་རོགས་དངུལ་བཟས་སོང་།', { changes: ['add-to-case misuse'] }),
  t('2', '༢', { keys: ['case.unfollowed'] }),
  t('{reference}', '{reference}', { keys: ['case.report.open'] }),
])
c('case-misuse-followed', 'a report is tied to who asks to be told, and then is theirs', 'recorded', [
  q('misuse', { changes: ['open-case misuse'] }),
  t('学校把名额卖了', 'སློབ་གྲྭས་མིང་གྲངས་བཙོངས་སོང་།', { changes: ['add-to-case misuse'] }),
  t('1', '༡', { changes: ['follow-case'], keys: ['case.followed'] }),
  t('{reference}', '{reference}', { keys: ['case.kind.misuse'] }),
])
c('case-person-with-question', 'who wants a person says why, and is told the number', 'stranger', [
  q('person', { changes: ['open-case person'], keys: ['case.person.opened', 'case.ask.person'] }),
  t('想问娃转学的事', 'ཕྲུ་གུ་སློབ་གྲྭ་བརྗེ་བའི་སྐོར་འདྲི་འདོད།', { changes: ['add-to-case person'], keys: ['case.done'] }),
])
c('case-two-kinds', 'a wrong record and a wish for a person are two requests', 'kindergarten', [
  q('missing', { changes: ['open-case correction'] }),
  q('person', { changes: ['open-case person'] }),
  q('missing', { changes: ['add-to-case correction'] }),
])
c('case-question-between', 'a question in the middle of a case is answered, and the case’s question comes again', 'kindergarten', [
  q('missing', { changes: ['open-case correction'], asks: 'case' }),
  q('kg', { outcomes: { 张小明: { 'preschool-fee-waiver': E } }, tells: ['1000'] }),
])
c('case-id-number-masked', 'an ID number written into a request is never said back', 'kindergarten', [
  q('missing', { changes: ['open-case correction'] }),
  t('身份证号62282719900307123X写错了', 'ཐོབ་ཐང་ལག་ཁྱེར62282719900307123Xནོར་འདུག', { changes: ['add-to-case correction'], hides: ['62282719900307123X', '6228271990'] }),
])
// — settings —
c('stop-mid-question', 'stop in the middle of a question is obeyed, silence follows, start begins anew', 'kindergarten-place-unknown', [
  q('kg', { asks: 'person.schoolPlace' }),
  q('stop', { changes: ['stop'], keys: ['stopped'] }),
  t('1', '༡', { silent: true }),
  q('kg', { silent: true }),
  q('start', { changes: ['start'], keys: ['started'] }),
  q('kg', { asks: 'person.schoolPlace', tells: ['赵小雨'] }),
])
c('stop-twice', 'a second stop says that it is stopped already', 'herders', [
  q('stop', { changes: ['stop'] }),
  q('stop', { keys: ['stopped.already'] }),
  q('start', { changes: ['start'] }),
])
c('switch-language-midway', 'a change of language changes words and nothing else', 'herders', [
  q('kg', { outcomes: { 旦增: { 'preschool-fee-waiver': E } } }),
  t('藏语', 'རྒྱ་སྐད', { intent: 'set-language', changes: ['set-language'], answeredIn: 'other', keys: ['language.set'] }),
  t('རྒྱུ་མཚན་ཅི', '为什么', { intent: 'ask-why', answeredIn: 'other', tells: ['旦增'], citations: ['二(一)·2'] }),
])
c('writes-in-the-other-language', 'whoever writes in the other language is answered in it', 'vocational', [
  q('grant', { tells: ['2000'] }),
  t('སློབ་སྦྱོང་དངུལ་བུན་ག་ཚོད་གཡར་ཆོག', '助学贷款能贷多少', { answeredIn: 'other', topic: 'loan', tells: ['8000'] }),
])
c('erase-refused-then-confirmed', 'to be forgotten is asked once more, and only a yes forgets', 'kindergarten', [
  q('kg', { tells: ['张小明'] }),
  q('erase', { intent: 'erase-data', asks: 'erase', keys: ['erase.ask'] }),
  t('2', '༢', { keys: ['erase.kept'], asks: null }),
  q('erase', { asks: 'erase' }),
  t('1', '༡', { changes: ['erase-contact'], keys: ['erase.done'] }),
])
c('erase-then-writes-again', 'who was forgotten and writes again is met as new', 'kindergarten', [
  q('erase', { asks: 'erase' }),
  q('yes', { changes: ['erase-contact'] }),
  q('why', { keys: ['why.nothing'] }),
])
c('erase-unclear-answer', 'an answer that is neither yes nor no forgets nothing', 'kindergarten', [
  q('erase', { asks: 'erase' }),
  t('随便', 'གང་ཡིན་ཡང་འགྲིག', {}),
])
c('help-greeting-thanks', 'greeting, help and thanks are met kindly and briefly', 'teacher', [
  q('hello', { intent: 'greeting', asks: 'menu' }),
  q('help', { intent: 'help', keys: ['help'] }),
  q('thanks', { intent: 'thanks', keys: ['thanks'], asks: null }),
])
c('out-of-scope', 'what is not the plan’s is refused honestly', 'kindergarten', [
  t('今天天气怎么样', 'དེ་རིང་གནམ་གཤིས་ཅི་འདྲ་རེད', { intent: 'out-of-scope', hides: ['张小明'] }),
  t('养老金什么时候发', 'རྒན་འཁོགས་ཀྱི་གསོ་དངུལ་ནམ་སྟེར', { intent: 'out-of-scope' }),
  q('kg', { tells: ['张小明', '1000'] }),
])
c('who-sees', 'who can see what is written is answered', 'kindergarten', [
  t('谁能看到', 'སུས་མཐོང་ཐུབ', { keys: ['privacy.who'] }),
])
// — nasty —
c('nasty-empty', 'nothing but spaces is greeted, never failed at', 'kindergarten', [
  q('hello', { asks: 'menu' }),
  t('   ', '   ', {}),
  q('kg', { tells: ['张小明'] }),
])
c('nasty-emoji', 'a face alone is met with what one may ask', 'kindergarten', [
  q('hello', {}),
  t('😀😀👍', '😀😀👍', { hides: ['张小明'] }),
])
c('nasty-first-emoji', 'a first message in no language is answered in both', 'stranger', [
  t('😀', '😀', { answeredIn: 'both', asks: 'language', keys: ['hello'] }),
  t('1', '2', { changes: ['set-language'], asks: 'menu' }),
])
c('nasty-media', 'a picture is told that words are needed', 'kindergarten', [
  q('hello', {}),
  t('', '', { keys: ['media'] }, { media: true }),
])
c('nasty-long', 'sixteen hundred characters are read to what they ask', 'kindergarten', [
  t('我想问一下，'.repeat(260) + '娃娃上幼儿园能免多少钱', 'ངས་འདྲི་རྒྱུ་ཡོད། '.repeat(90) + 'བྱིས་པའི་གླིང་ལ་དངུལ་ག་ཚོད་ཆག་གི་རེད', { tells: ['张小明', '1000'] }),
])
c('nasty-control-characters', 'control characters do not hide the question', 'kindergarten', [
  t('娃娃\u0000上幼儿园\u200b能免\u0007多少钱\u202e', 'བྱིས་པའི་གླིང་\u0000ལ་དངུལ་\u200bག་ཚོད་ཆག་གི་རེད\u202e', { tells: ['张小明', '1000'] }),
])
c('nasty-markup', 'markup is words like any other, and is not said back', 'kindergarten', [
  t('<script>alert(1)</script>娃娃上幼儿园能免多少钱', '<script>alert(1)</script>བྱིས་པའི་གླིང་ལ་དངུལ་ག་ཚོད་ཆག་གི་རེད', { tells: ['张小明', '1000'], hides: ['script', '<'] }),
])
c('nasty-sql', 'what looks like a command of a database changes nothing', 'kindergarten', [
  q('hello', {}),
  t("'; drop table households; --", "'; drop table households; --", { hides: ['drop'] }),
  q('kg', { tells: ['张小明', '1000'] }),
])
c('nasty-template', 'placeholders of our own texts are not filled from a message', 'kindergarten', [
  q('hello', {}),
  t('{{who}} $t(conversation:help) 幼儿园免费吗', '{{who}} $t(conversation:help) བྱིས་པའི་གླིང་ལ་དངུལ་ག་ཚོད་ཆག་གི་རེད', { tells: ['张小明'] }),
])
c('nasty-digits', 'a number with nothing asked is no answer to anything', 'kindergarten', [
  q('kg', { asks: null }),
  t('7', '༧', {}),
  t('13912345678', '13912345678', { hides: ['13912345678'] }),
])
c('nasty-one-twice', 'the same number sent twice answers once, and the second asks for nothing new', 'kindergarten-place-unknown', [
  q('kg', { asks: 'person.schoolPlace' }),
  t('1', '༡', { outcomes: { 赵小雨: { 'preschool-fee-waiver': E } }, asks: null }),
  t('1', '༡', { hides: ['answer.no'] }),
  q('why', { intent: 'ask-why', tells: ['赵小雨'] }),
])
c('nasty-two-questions', 'of two questions in one message at least one is answered, for the right child', 'herders', [
  t('幼儿园免多少钱？中职助学金多少？', 'བྱིས་པའི་གླིང་ལ་དངུལ་ག་ཚོད་ཆག་གི་རེད། འབྲིང་རིམ་ལས་རིགས་སློབ་གྲྭའི་སློབ་སྦྱོང་རོགས་དངུལ་ག་ཚོད་ཡོད།', { intent: 'ask-programme' }),
])
c('nasty-rude', 'rude words are not answered in kind and open nothing', 'kindergarten', [
  q('hello', {}),
  t('你们都是骗子，滚', 'ཁྱོད་གླེན་པ་རེད། ཁ་རོག་སྡོད།', { hides: ['张小明'] }),
  q('kg', { tells: ['1000'] }),
])
c('nasty-thirty-days-later', 'a month later a number is no answer to the old question, and the talk begins gently', 'kindergarten-place-unknown', [
  q('kg', { asks: 'person.schoolPlace' }),
  q('kg', { asks: 'person.schoolPlace', tells: ['赵小雨', '1000'] }, { after: 31 }),
  t('1', '༡', { outcomes: { 赵小雨: { 'preschool-fee-waiver': E } } }),
])
c('nasty-next-school-year', 'in the next school year the record is old, and the child is asked after', 'grade-nine', [
  q('benefits', { tells: ['苏小强'], asks: null }),
  q('benefits', { tells: ['苏小强', '2026'], asks: 'person.stage' }, { after: 300 }),
])
c('nasty-older-release', 'a session of an older release is begun anew in its language, never an error', 'kindergarten-place-unknown', [
  q('kg', { asks: 'person.schoolPlace' }),
  t('1', '༡', {}, { olderRelease: true }),
  q('kg', { asks: 'person.schoolPlace', tells: ['赵小雨'] }),
  t('1', '༡', { outcomes: { 赵小雨: { 'preschool-fee-waiver': E } } }),
])
c('nasty-older-release-in-case', 'a request survives a new release in the middle of its questions', 'kindergarten', [
  q('missing', { changes: ['open-case correction'] }),
  q('missing', { changes: ['add-to-case correction'] }, { olderRelease: true }),
])
c('nasty-two-languages', 'a message in both languages is answered in that of its sentence', 'kindergarten', [
  t('娃上幼儿园（བྱིས་པའི་གླིང）能免多少钱', 'ངའི་ཕྲུ་གུ་幼儿园ལ་འགྲོ་གི་ཡོད། དངུལ་ག་ཚོད་ཆག་གི་རེད', { tells: ['张小明', '1000'] }),
])
c('nasty-homophones', 'what a voice keyboard mishears and what a hurried hand leaves out is still understood', 'kindergarten', [
  t('娃娃尚幼儿原能免多少前', 'བྱིས་པའི་གླིང ལ དངུལ ག ཚོད ཆག གི རེད', { topic: 'kindergarten', tells: ['张小明', '1000'] }),
])
c('nasty-pinyin-and-wylie', 'letters instead of characters are understood', 'kindergarten', [
  q('hello', {}),
  t('you er yuan mian fei ma', "byis pa'i gling la dngul ga tshod chag", { topic: 'kindergarten', tells: ['张小明'] }),
])
c('nasty-traditional', 'traditional characters and Tibetan digits are read as their plain ones', 'kindergarten-place-unknown', [
  t('娃娃上幼兒園能免多少錢', 'བྱིས་པའི་གླིང་ལ་དངུལ་ག་ཚོད་ཆག་གི་རེད་༎', { asks: 'person.schoolPlace' }),
  t('１', '༡།', { outcomes: { 赵小雨: { 'preschool-fee-waiver': E } } }),
])
c('nasty-quoted-command', 'a word that we told them to send is obeyed with its quotation marks', 'kindergarten', [
  t('“帮助”', '“རོགས་རམ”', { intent: 'help', keys: ['help'] }),
  t('“停止”。', '“མཚམས་ཞོག”', { changes: ['stop'] }),
])
// — corrections, contradictions —
c('correction-which-child', 'not this one but the other is taken as said', 'herders', [
  t('老大能享受什么', 'བྱིས་པ་དང་པོར་ཁེ་ཕན་གང་ཡོད', { tells: ['扎西才让'], hides: ['旦增'] }),
  t('不对，我问的是老三', 'མིན། ངས་བྱིས་པ་གསུམ་པ་འདྲི་གི་ཡོད', { tells: ['旦增'], hides: ['扎西才让'] }),
])
c('contradiction-stage', 'where the family says otherwise than the record, both are named and the way to mend it', 'final-year', [
  t('我娃现在在上大学', 'ངའི་ཕྲུ་གུ་ད་ལྟ་སློབ་ཆེན་སློབ་མ་ཡིན།', { tells: ['马晓东', '8000'], keys: ['standing.review'] }),
  q('missing', { changes: ['open-case correction'] }),
])
c('contradiction-registered', 'who says to be registered while the record says lifted hears the record, and opens nothing by it', 'lifted', [
  t('我家是建档立卡户', 'ང་ཚོ་ཡིག་ཚགས་འཛུགས་པའི་དབུལ་པོའི་ཁྱིམ་ཚང་ཡིན', { tells: ['2019'], keys: ['standing.lifted'] }),
])
c('correction-of-answer', 'a slip is taken back and the answer comes anew', 'stranger', [
  q('loan', { asks: 'person.stage' }),
  t('6', '༦', { asks: 'household.registered' }),
  q('yes', { outcomes: { someone: { 'origin-student-loan': E } } }),
])
