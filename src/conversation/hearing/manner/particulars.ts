import { asksToPayBack } from './money.ts'
import { isQuestion } from './questions.ts'

/** What may be asked beside what a programme gives: on what it depends, what it binds to, how many may have it. */
export type Particular =
  | 'marks'
  | 'places'
  | 'repaying'
  | 'bound'
  | 'together'
  | 'moving'
  | 'jobs'
  | 'age'
  | 'length'
  | 'voluntary'
  | 'surety'
  | 'refund'

/** Which particular the words ask about; null for none. */
export function particularIn(text: string): Particular | null {
  if (HOW_LONG.test(text.trim())) return 'length'
  if (!isQuestion(text)) return null
  if (asksToPayBack(text)) return 'repaying'
  return ASKED.find(({ words }) => words.test(text))?.particular ?? null
}

/** Whether the words ask what the conditions are. */
export function asksConditions(text: string): boolean {
  return CONDITIONS.test(text)
}

const ASKED: readonly { readonly particular: Particular; readonly words: RegExp }[] = [
  {
    particular: 'together',
    words:
      /(?:同时|一起|一块儿?)(?:能|可以)?(?:享受|拿|领|申请|办)|(?:同时|一起|一块儿?)(?:享受|拿|领|申请|办)|(?:两|几)(?:项|样|种)(?:都)?(?:能|可以)|只能(?:选|享受|拿|领|申请)|(?:冲突|重复享受|重复领)|(?:རྣམ་གྲངས|ཁེ་ཕན)[^།]{0,20}མཉམ་དུ|མཉམ་དུ་(?:ཐོབ|ལེན|ཞུ)|དུས་མཚུངས(?:་སུ)?་(?:ཐོབ|ལེན|ཞུ)|གཅིག་ཁོ་ན་/u,
  },
  {
    particular: 'marks',
    words:
      /(?:看|要|凭|得|按)[^，。]{0,3}(?:成绩|分数)|(?:成绩|分数|学习)(?:要|得|有|需)[^，。]{0,4}(?:好|要求|限制|高|多少)|(?:成绩|分数)要求|(?:考|要|得|需要?)(?:多少|几)分|分数线|录取线|(?:要|得|用|需要?)(?:不要|不用|不)?(?:参加)?考试(?:吗|不|么|[?？]|$)|(?:སློབ་འབྲས|སྐར་མ|སྐར་ཚད)[^།]{0,24}(?:དགོས|ལྟ|ག་ཚོད|ཇི་ཙམ)|(?:ཡིག་)?རྒྱུགས་(?:གཏོང་|སྤྲོད་|ལེན་)དགོས/u,
  },
  {
    particular: 'places',
    words:
      /^那?名额呢?[?？]?$|名额[^，。]{0,4}(?:多少|几个)|(?:多少|几个?)[^，。]{0,2}名额|(?:招|收|录取?)(?:多少|几)(?:个|名)?(?:人|学生)?|(?:多少|几)(?:个|名)(?:人|学生)(?:能|可以)|མིང་གྲངས་(?:ག་ཚོད|ཇི་ཙམ|དུ)|མི་(?:ག་ཚོད|ཇི་ཙམ)་(?:བསྡུ|ལེན|ཞུགས)/u,
  },
  {
    particular: 'bound',
    words:
      /(?:必须|一定|非得?|要不要|是不是|要|得)[^，。]{0,3}(?:回|留在?|分到)(?:村|乡|县|老家|本地|当地|家乡|农村|基层)|服务(?:期|多少|几)|干(?:满)?(?:几|多少)年|签(?:不签)?(?:合同|协议)|(?:གྲོང|སྡེ་བ|ཕ་ཡུལ|རང་ཡུལ)[^།]{0,20}(?:ལོག|ལས་ཀ)[^།]{0,14}དགོས|གན་རྒྱ/u,
  },
  {
    particular: 'moving',
    words:
      /(?:搬|迁)(?:家|走|出|到|去|户|了)|户口?(?:迁|转|搬|动)|转(?:到|去)?[^，。]{0,3}(?:县|市)|转学|换个?学校|གནས་སྤོ|ཐེམ་ཐོ[^།]{0,16}(?:སྤོ|བརྗེ)/u,
  },
  {
    particular: 'jobs',
    words:
      /包分配|分配工作|(?:包|保证|安排|给)(?:找|就业|工作)|(?:给|能|会)(?:安排|找到?)工作|ལས་ཀ[^།]{0,10}(?:སྤྲོད|བགོ|བསྒྲིག)/u,
  },
  {
    particular: 'age',
    words:
      /年龄|岁数|(?:几|多大|多少)岁?(?:才|以上|以下)(?:能|可以)?|多大(?:年纪)?(?:才|能|可以)|ལོ་ཚོད|ལོ་(?:ག་ཚོད|དུ)་(?:ཡན|ལོན)/u,
  },
  {
    particular: 'length',
    words:
      /(?:学|培训|读|念)[^，。]{0,4}(?:多长|多久|(?<!那)(?:几个?月|几天|几年))|^多长时间[?？]?$|(?:སྦྱོང|སློབ)[^།]{0,16}(?:ཟླ་བ|ཉིན)་(?:ག་ཚོད|དུ)|དུས་ཡུན/u,
  },
  {
    particular: 'surety',
    words: /抵押|担保|保证人|保人|གཏའ་མ|འགན་(?:ལེན|སྲུང)/u,
  },
  {
    particular: 'refund',
    words: /退(?:钱|费|款|给|回|不退)|能退|(?:ཕྱིར་སློག|ཕྱིར་སྤྲོད)/u,
  },
  {
    particular: 'voluntary',
    words:
      /不(?:想|愿意?)?(?:贷款?|申请|报名?|去|要|领)(?:行|可以|成)(?:不行|不成|吗)|(?:必须|非得?|一定)要?(?:申请|贷款?|报名|参加)|མི་(?:ཞུ|གཡར|ལེན|འགྲོ)་ན་(?:ཆོག|འགྲིག)|ངེས་པར་(?:དུ་)?(?:ཞུ|གཡར|ལེན)་དགོས/u,
  },
]

// 一共几年 is a question without a word of asking.
const HOW_LONG =
  /^(?:一共|总共|都)?(?:能|可以)?(?:免|贷|给|发|享受|领|补)?(?:几|多少)个?(?:学?年|年头)[呢啊?？]?$|^(?:བསྡོམས་|ཁྱོན་བསྡོམས་)?(?:དངུལ་བུན་)?ལོ་(?:ག་ཚོད|དུ)(?:་(?:རེད|ཐོབ|ཡིན))?[་།\s]*$/u

const CONDITIONS =
  /(?:什么|啥|哪些)(?:样的)?(?:条件|要求)|条件(?:是|有)?(?:什么|啥|哪些)|(?:怎么|咋)样?(?:才能|才可以)(?:享受|领|拿|免|有|得)|ཆ་རྐྱེན་(?:ཅི|གང)/u
