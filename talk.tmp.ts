import { talkAs } from './test/conversation/talk.ts'
import { wordsOf } from './test/conversation/words.ts'
const [, , family, channel, ...texts] = process.argv
const talk = talkAs(family as never, { channel: channel as never })
for (const text of texts) { const o = talk(text); console.log('>', text, '|', o.heard.intent, o.heard.topic, '|', JSON.stringify(o.session.asking)); console.log(wordsOf(o.replies)) }
