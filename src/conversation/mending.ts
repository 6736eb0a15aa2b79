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

// 是不是 asks, and takes nothing back.
const INSTEAD = [
  /(?<!是)不(?:是|对)(?:说|问)?[^，,。？?是]{1,10}[，,。\s]*(?:而|我)?(?:说的|问的|要问的)?是(?<said>.{1,60})$/u,
  /^(?:错了|不对|不是|搞错了|弄错了|你?(?:听|看|理解|弄|搞)错了|不是这个意思|不是问这个)[，,。！!\s]*我?(?:说|问|要问|想问)的?是(?<said>.{1,60})$/u,
  /^(?:.{1,40}?)(?:མ་རེད|མིན|མ་ཡིན)[\s།་]+(?<said>.{2,120}?(?:རེད|ཡིན)[\s།་]*)$/u,
]

const NOT_MEANT =
  /不是(?:这|那)个?意思|不是问(?:这|那)个|不是说(?:这|那)个|不是这么?问|没(?:有)?(?:听|看|弄|搞)(?:懂|明白)我|你没(?:听|看|弄|搞)?(?:懂|明白)|(?:理解|听|看|弄|搞)错(?:我的?意思|我了|了我|意思)|你(?:理解|听|看)错|答非所问|(?:没|不)(?:答|回答)(?:到|对)|问东答西|问的不是(?:这|那)个?|说的不是(?:这|那)个?|不是我(?:要)?问的|我的意思(?:不是|是)|དོན་དེ(?:་ནི|་)?(?:་)?(?:མིན|མ་རེད|མ་ཡིན)|ངས་(?:དེ་)?(?:འདི་)?(?:འདྲི|དྲིས)(?:་གི)?(?:་པ)?་?(?:མེད|མིན|མ་རེད)|(?:ཁྱེད|ཁྱོད)(?:་ཀྱིས|་རང་གིས)?་?གོ་ནོར|ངའི་དོན་མ་གོ/u
