import { type Classify, classify } from './classifier/classify.ts'
import { countyAmong, countyIn } from './county.ts'
import { isOfElsewhere } from './elsewhere.ts'
import { detectLanguage } from './language.ts'
import type { Compiled, KeywordMeaning } from './lexicon/compile.ts'
import { lexiconOf } from './lexicon/compiled.ts'
import type { Rule } from './lexicon/format.ts'
import { whereWriterIs, withoutOtherPlaces } from './other-places.ts'
import { type Reading, read } from './reading.ts'
import { saidIn } from './said.ts'
import { normalise } from './script.ts'
import { stageOf, topicOf } from './subject.ts'
import type { Intent, Language, Said, Topic, Understanding } from './types.ts'

/** Below this confidence the conversation offers its menu rather than guess. */
export const CONFIDENT = 0.5

// 那儿子呢 is of a son, not of 那儿.
const THAT_SON = /那(?=儿(?:子|女|媳))/gu

// No message needs more to be understood; an SMS has at most 1600 characters.
const LIMIT = 2000

/** What a message of either language means. Never fails: what is not understood is `out-of-scope`, or of low confidence. */
export function understand(text: string): Understanding {
  return understandBy(classify, text)
}

/** The same by another classifier: what training tries out. */
export function understandBy(classify: Classify, text: string): Understanding {
  const plain = normalise(text.slice(0, LIMIT))
  const language = detectLanguage(plain)
  const lexicon = lexiconOf(language)
  const reading = read(plain.replace(THAT_SON, ''), lexicon)
  const keyword = certain(reading, lexicon)
  const opinion = keyword ?? ruled(reading, lexicon.rules) ?? guessed(classify, reading, language)
  const home = withoutOtherPlaces(plain, language)
  const told = saidIn(plain, reading, language)
  const said = home === plain || told.schoolPlace === undefined ? told : saidAtHome(told, home, language)
  const county =
    language === 'bo' && home === plain
      ? countyAmong(reading.units, language)
      : (countyIn(home, language) ?? countyIn(whereWriterIs(plain), language))
  const heard = {
    language,
    intent: opinion.intent,
    topic: opinion.topic,
    stage: stageOf(reading, opinion),
    county,
    confidence: Math.round(opinion.confidence * 1000) / 1000,
    ...(opinion.value === undefined ? {} : { value: opinion.value }),
    said: opinion.topic !== null && isGuess(reading) ? { ...said, topicUnnamed: true as const } : said,
  }
  return keyword === null && county === null && isOfElsewhere(plain, language) ? ofElsewhere(heard) : heard
}

// A school is where the child is, wherever else somebody works.
function saidAtHome(told: Said, home: string, language: Language | null): Said {
  const { schoolPlace: _, ...said } = told
  const { schoolPlace } = saidIn(home, read(home, lexiconOf(language)), language)
  return schoolPlace === undefined ? said : { ...said, schoolPlace }
}

// No word of it names a school or a benefit: the topic is what such words are likeliest about.
function isGuess({ topics, stages }: Reading): boolean {
  return topics.length === 0 && stages.length === 0
}

type Opinion = {
  readonly intent: Intent
  readonly topic: Topic | null
  readonly confidence: number
  readonly value?: Language
}

// What other provinces give their people is no business of this service.
function ofElsewhere(heard: Understanding): Understanding {
  const { intent, topic, confidence, said } = heard
  const elsewhere = { intent, topic, confidence }
  return { ...heard, intent: 'out-of-scope', topic: null, confidence: 0.9, said: { ...said, elsewhere } }
}

function certain({ units, canonical }: Reading, lexicon: Compiled): Opinion | null {
  const meaning: KeywordMeaning | undefined =
    units.length === 0 ? undefined : lexicon.keyword(units, canonical)
  return meaning === undefined ? null : { ...meaning, topic: null, confidence: 1 }
}

function ruled(reading: Reading, rules: readonly Rule[]): Opinion | null {
  const rule = rules.find(
    ({ all, none = [] }) =>
      all.every((name) => reading.marks.has(name)) && !none.some((name) => reading.marks.has(name)),
  )
  if (rule === undefined) return null
  const { intent, value, confidence } = rule
  return {
    intent,
    topic: topicOf(reading, intent, null),
    confidence,
    ...(value === undefined ? {} : { value }),
  }
}

function guessed(classify: Classify, reading: Reading, language: Language | null): Opinion {
  if (language === null || reading.units.length === 0)
    return { intent: 'out-of-scope', topic: null, confidence: 0.4 }
  const { intent, topic, probability } = classify(reading, language)
  const value = intent === 'set-language' ? languageNamed(reading, language) : null
  return {
    intent,
    topic: topicOf(reading, intent, topic),
    confidence: probability,
    ...(value === null ? {} : { value }),
  }
}

/**
 * The language asked for: the one named, or not the one that is not understood; of two the last (从汉语换成藏语), and where
 * none is named the other than the message's own.
 */
function languageNamed({ marks, canonical }: Reading, own: Language): Language {
  const zh = marks.has('language-zh') || marks.has('not-bo')
  const bo = marks.has('language-bo') || marks.has('not-zh')
  if (zh !== bo) return zh ? 'zh-CN' : 'bo'
  const last = lexiconOf(own)
    .words.find(canonical)
    .concepts.flatMap((found) => found.values)
    .findLast((name) => name === 'language-zh' || name === 'language-bo')
  if (last !== undefined) return last === 'language-zh' ? 'zh-CN' : 'bo'
  return own === 'bo' ? 'zh-CN' : 'bo'
}
