/** What one text message holds in UCS-2, in UTF-16 units: alone, and as a part of several. */
const UCS2_ALONE = 70
export const UCS2_PART = 67

/** How many SMS segments a text in Chinese or Tibetan takes. Reference: sms-segments-calculator, compared in the tests. */
export function segmentsOf(text: string): number {
  if (text.length <= UCS2_ALONE) return text === '' ? 0 : 1
  let segments = 0
  for (let from = 0; from < text.length; segments += 1) {
    const end = lastBreak(text, from + UCS2_PART)
    from = end > from ? end : from + UCS2_PART
  }
  return segments
}

/** The longest head of `text` that takes at most `limit` UTF-16 units, ended where a reader would pause, and the rest. */
export function splitAtPause(text: string, limit: number): { head: string; rest: string } {
  if (text.length <= limit) return { head: text, rest: '' }
  const window = text.slice(0, limit + 1)
  const end = withoutHeading(text.slice(0, pauseIn(window, limit)))
  return { head: text.slice(0, end).trimEnd(), rest: text.slice(end).trimStart() }
}

function pauseIn(window: string, limit: number): number {
  for (const [pause, least] of PAUSES) {
    const end = lastEnd(window, pause, limit)
    if (end > 0 && end >= limit * least) return end
  }
  return lastBreak(window, limit)
}

// A Tibetan sentence ends in its verb, a shad and a space, and keeps its citation: a list has shads within it (དང་། … །).
const VERBS =
  'རེད|ཡིན|མིན|ཡོད|མེད|འདུག|རོགས|ཟིན|དགོས|བྱེད|བྱ|བྱས|བྱུང|སོང|སྲིད|ལྟ|ཐོབ|ཐུབ|སྤྲོད|བསྡུ|གཏོང|བཤད|བྲིས|འཛུགས|འདེབས|འབྱོར|ཉར|སུབ|བསུབས|རྙེད|སྒྲུབ|ལེན|བླངས|ཤེས|མཐོང|འགོད|བཀོད|འདོད|རྩི|བརྩི|བརྩིས|གོ|འཐེན|འཚམ|ཞོག|འཇོག|ཟེར|ཚར|འཇུག|ཞུ|འགྲོ|སྦྲེལ|དམ|སམ|ངམ|ནམ|རམ|བམ'
const SENTENCE = new RegExp(
  `[。！？]|(?:\\)|(?<![\u0f40-\u0fbc])(?:(?:ཆོག|འགྲིག|ཆག|འཇོག)|(?:${VERBS})་?།))(?: (?!\\()|(?=\n))`,
  'gu',
)

// A line's end, a sentence's, a clause's, a syllable's: the better the pause, the more room may be left for it (parts of
// the limit).
const PAUSES: readonly (readonly [RegExp, number])[] = [
  [/\n/g, 0.8],
  [SENTENCE, 0.5],
  [/\n/g, 0.3],
  [SENTENCE, 0.15],
  [/[，；、]| (?!\()/g, 0.5],
  [/་(?!།)/g, 0],
]

// A heading stays with what it is the heading of.
function withoutHeading(head: string): number {
  const orphan = /\n[^\n]*(?:：|ནི།)\s*$/u.exec(head)
  return orphan === null ? head.length : orphan.index
}

function lastEnd(window: string, pause: RegExp, limit: number): number {
  let end = 0
  for (const match of window.matchAll(pause)) {
    const at = match.index + match[0].length
    if (at <= limit) end = at
  }
  return end
}

// A base is never split from its marks (a Tibetan stack), nor a surrogate pair.
const CONTINUES = /^[\p{M}\udc00-\udfff]/u

/** The last place at or before `limit` where the text may be split; 0 where there is none. */
function lastBreak(text: string, limit: number): number {
  let end = Math.min(limit, text.length)
  while (end > 0 && CONTINUES.test(text.slice(end, end + 2))) end -= 1
  return end
}
