import { talkAs } from './conversation/talk.ts'
import { wordsOf } from './conversation/words.ts'
const HOW = ['怎么办理', 'རེ་ཞུ་ཇི་ལྟར་བྱེད']
const ST = ['钱到账了没有', 'དངུལ་འབྱོར་སོང་ངམ']
const show = (f: never, o: never, today: string | undefined, texts: string[]) => {
  const talk = talkAs(f, { offices: o, ...(today && { today }) })
  for (const t of texts) {
    const r = talk(t)
    console.log(`--[${f} ${o} ${today ?? ''}] ${t}\n${wordsOf(r.replies)}\n   ${JSON.stringify(r.changes)}`)
  }
}
for (const l of [0, 1]) {
  for (const o of ['whole', 'chinese-only', 'differing', 'last-day', 'open-ended', 'none'])
    show('vocational' as never, o as never, undefined, [HOW[l] ?? ''])
  show('kindergarten' as never, 'chinese-only' as never, undefined, [HOW[l] ?? ''])
  for (const f of ['recorded', 'waiting', 'kindergarten', 'stranger', 'lifted', 'herders'])
    show(f as never, 'none' as never, undefined, [ST[l] ?? '', l === 0 ? '人工' : 'ལས་བྱེད་པ'])
}
