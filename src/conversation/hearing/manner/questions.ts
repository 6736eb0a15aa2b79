/** Whether the words ask something, by the marks that questions have in Chinese and Tibetan. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text)
}

/** Whether the words ask, in whatever manner, what there is to be had. */
export function asksWhat(text: string): boolean {
  return WHAT.test(text)
}

/** Whether the words ask where, with what or by whom it is applied for: 在哪办, 要拿啥证件, 我能办不. */
export function asksHow(text: string): boolean {
  return HOW.test(text)
}

/** Whether the words ask for a day and nothing else: 什么时候, 几号截止. */
export function asksWhen(text: string): boolean {
  return WHEN.test(text.trim())
}

/** Whether the words ask for a promise: 是不是一定能录取. */
export function asksPromise(text: string): boolean {
  return PROMISE.test(text)
}

const QUESTION =
  /[?？]|[吗呢]|多少|多久|多长|几[个岁年]?能|(?<![那这好])几(?:个月|年|天)[呢啊]?[。.]?$|怎么|咋|还是(?:给|发|打|拨|交)|为什么|为啥|凭啥|凭什么|什么|啥|(\p{Script=Han})不\1|有没有|[^，。]{2}不[。.!！]*$|了没(?:有)?[。.!！]*$|[哪谁]|(?:^|་)སུ(?:ས|ར|་ཡིས|་ལ)་|ག་ཚོད|ཇི་ཙམ|ཇི་ལྟར|ཅི་[ཞཟ]ིག|ཅི་ཟེར|ཅིའི་ཕྱིར|གང་(?:ཡོད|དུ་)|(?<=^|[་།\s])ག་(?:རེ|ལ|ན|ནས|པར)་|[ངནམརལས]་?ནམ(?=[་།\s]|$)|ངམ(?=[་།\s]|$)|་(?:གམ|དམ|བམ|མམ|འམ|རམ|སམ|ཏམ)[་།\s]*$/u

const PROMISE =
  /(?:一定|肯定|保证|保准|百分之百|包)(?:都)?(?:能|会|可以)?(?:录取?|考上|上得了|上|选上|录上)[^，。]{0,4}(?:吗|不|么|[?？])|是不是(?:就)?(?:一定|肯定)(?:能|会)|(?:保证|包)录取|(?:ངེས་པར་(?:དུ་)?|ཁག་ཐེག་)(?:བསྡུ|ཐོབ|ཡོད)[^།]{0,12}(?:འམ|བམ|དམ|ནམ|གམ)[་།\s]*$|ཐོབ་ངེས་(?:ཡིན|རེད)་?(?:ནམ|པས)/u

const WHAT = /(?:有|能|领|享受|给)(?:点)?(?:啥|什么|哪些)|(?:ཅི|གང|ག་རེ)་(?:ཡོད|ཐོབ)/u

const HOW =
  /(?:在|去|到|上)哪(?:里|儿|达|搭)?(?:去)?(?:办|领|取|申请|报|交)|(?:找|问)(?:谁|哪个)(?:办|领)?|(?:怎么|咋)(?:样)?(?:办理|办手续|申请|领|报名)|(?:要|得|需)(?:带|拿|交|准备)?(?:啥|什么|哪些)(?:证|材料|手续|东西)|(?:带|拿)(?:啥|什么)(?:证|材料|去)|(?:我|他爷|她爷|爷爷|奶奶|亲戚)(?:能|可以)(?:去|来|替|帮|代)*[他她娃]?办(?:吗|不|行|理)?|代办|(?:གང|ག་པར|གང་དུ)་?(?:ནས)?་?(?:ཞུ|ལེན)་(?:དགོས|རྒྱུ)|ལག་ཁྱེར་གང|རེ་ཞུ་(?:ཇི་ལྟར|གང་འདྲ|ག་འདྲ)|ཉིན་(?:ག་ཚོད|ཇི་ཙམ)་(?:ལུས|ཡོད|འདུག)|^(?:ལས་ཁུངས་ཀྱི་|དེའི་)?ཁ་པར་(?:གྱི་)?(?:ཨང་གྲངས་)?(?:ག་ཚོད|གང|ཅི)་/u

const WHEN =
  /^(?:那|到底|最晚|最迟)?(?:是)?(?:什么时候|啥时候|几时|多会儿?|何时|哪天|几号|几月)[^，。]{0,6}$|^(?:དེ་)?(?:ནམ|ག་དུས|དུས་ནམ|ཉིན་གང)[^།]{0,30}[།་\s]*$/u
