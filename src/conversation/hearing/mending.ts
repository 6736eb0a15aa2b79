/** What a text that takes something back says instead: 不是老大是老二 says 老二. Null where it takes nothing back. */
export function saidInstead(text: string): string | null {
  for (const pattern of INSTEAD) {
    const said = pattern.exec(text)?.groups?.['said']?.trim() ?? ''
    if (said !== '') return said
  }
  return null
}

/** Whether the words say that this was not what they meant, and not that a fact is wrong. */
export function saysNotMeant(text: string): boolean {
  return NOT_MEANT.test(text)
}

/** Whether the words take back the last answer and say nothing in its place: 错了, 我说错了. */
export function takesBack(text: string): boolean {
  return BARE.test(text.trim())
}

/** Whether the words wish to begin anew: 重来, བསྐྱར་དུ. */
export function beginsAnew(text: string): boolean {
  return ANEW.test(text.trim())
}

// 是不是 asks, and takes nothing back.
const INSTEAD = [
  /^(?:错了|不对|不是)[，,。！!\s]+(?<said>(?:还|就|仍|现在)(?:在|是|上|读|念).{1,40})$/u,
  /(?<!是)不(?:是|对)(?:说|问)?[^，,。？?是]{1,10}[，,。\s]*(?:而|我)?(?:说的|问的|要问的)?是(?<said>.{1,60})$/u,
  /^(?:错了|不对|不是|搞错了|弄错了|你?(?:听|看|理解|弄|搞)错了|(?:我|刚才)?(?:说|写|打|选|按)错了|不是这个意思|不是问这个)[，,。！!\s]*(?:应该|其实)?我?(?:说|问|要问|想问)?的?是(?<said>.{1,60})$/u,
  /^(?:.{1,40}?)(?:མ་རེད|མིན|མ་ཡིན)[\s།་]+(?<said>.{2,120}?(?:རེད|ཡིན)[\s།་]*)$/u,
  /^(?:ངས་)?(?:ནོར་སོང|བཤད་ནོར་སོང|ནོར་བ་བཤད་སོང)[\s།་]+(?<said>.{2,120}?(?:རེད|ཡིན)[\s།་]*)$/u,
]

const BARE =
  /^(?:错了|搞错了|弄错了|不对|不对不对|(?:我)?(?:刚才|前面|上面)?(?:说|写|打|选|按|答|回|回答|回复)错了?|上一(?:题|个|个问题)|(?:退|回)(?:回|到)?上一(?:题|步|个|个问题)|(?:ངས་)?(?:ནོར་སོང|ནོར་འདུག|བཤད་ནོར(?:་སོང)?|ནོར་བ་བཤད་སོང|བྲིས་ནོར་སོང|ནོར་བྲིས་སོང)|མ་རེད|སྔོན་མའི་དྲི་བ)[了啦呀啊哦。.!！་།\s]*$/u

const ANEW =
  /^(?:重来|重新(?:来|开始|问|说)?|从头(?:来|开始|问)|再来一(?:次|遍)|(?:ཡང་)?བསྐྱར་དུ|ཡང་བསྐྱར|གསར་དུ|མགོ་ནས)(?:་?འདྲི|་?བཤད|་?འགོ་འཛུགས)?[吧了。.!！་།\s]*$/u

const NOT_MEANT =
  /不是(?:这|那)个?意思|不是问(?:这|那)个|不是说(?:这|那)个|不是这么?问|没(?:有)?(?:听|看|弄|搞)(?:懂|明白)我|你没(?:听|看|弄|搞)?(?:懂|明白)|听不(?:懂|明白)我|(?:理解|听|看|弄|搞)错(?:我的?意思|我了|了我|意思)|你(?:理解|听|看)错|答非所问|(?:没|不)(?:答|回答)(?:到|对)|问东答西|问的不是(?:这|那)个?|说的不是(?:这|那)个?|不是我(?:要)?问的|我的意思(?:不是|是)|དོན་(?:དེ|འདི)(?:་ནི)?་?(?:མིན|མ་རེད|མ་ཡིན)|ངས་(?:དེ་)?(?:འདི་)?(?:འདྲི|དྲིས)(?:་གི)?(?:་པ)?་?(?:མེད|མིན|མ་རེད)|(?:ཁྱེད|ཁྱོད)(?:་ཀྱིས|་རང་གིས)?་?གོ་ནོར|ངའི་(?:དོན|སྐད་ཆ)་(?:མ་གོ|མི་གོ)/u
