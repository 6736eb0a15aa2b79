/** The languages Huixue answers in. */
export type Language = 'zh-CN' | 'bo'

/** What a message is for, in the contract's words. */
export const INTENTS = [
  'ask-benefits',
  'ask-programme',
  'ask-how',
  'ask-why',
  'ask-status',
  'ask-routes',
  'report-missing',
  'report-misuse',
  'talk-to-person',
  'set-language',
  'stop',
  'start',
  'help',
  'greeting',
  'thanks',
  'erase-data',
  'yes',
  'no',
  'out-of-scope',
] as const
export type Intent = (typeof INTENTS)[number]

/** What a question is about, in the contract's words. */
export const TOPICS = [
  'kindergarten',
  'compulsory',
  'secondary-vocational',
  'higher-vocational',
  'loan',
  'special-plan',
  'medical',
  'training',
  'teacher',
] as const
export type Topic = (typeof TOPICS)[number]

/** Where the person spoken of studies. */
export const STAGES = [
  'preschool',
  'primary',
  'junior',
  'senior',
  'secondary-vocational',
  'higher-vocational',
  'undergraduate',
  'postgraduate',
  'not-in-school',
] as const
export type Stage = (typeof STAGES)[number]

/** Whom the words speak of. `ordinal` counts from the eldest, 1; -1 is the youngest. */
type PersonSaid = {
  readonly relation?: 'son' | 'daughter' | 'child' | 'self'
  readonly ordinal?: number
}

/** What else the words say; a key is there only where it was said. */
export type Said = {
  readonly finalYear?: boolean
  readonly schoolPlace?: 'home-county' | 'in-province' | 'out-of-province'
  readonly completed?: 'none' | 'primary' | 'junior' | 'senior' | 'secondary-vocational' | 'higher'
  readonly occupation?: 'village-doctor' | 'rural-teacher' | 'retired-teacher' | 'other'
  readonly rural?: boolean
  readonly registered?: boolean
  /** Full years. */
  readonly age?: number
  /** The birth date as told, ISO; a month or day that was not said is the first. */
  readonly born?: string
  readonly person?: PersonSaid
  readonly childrenCount?: number
  /** The sentence leans on the one before: 那老二呢, 为什么. */
  readonly followUp?: true
  /** Words name a topic: the one heard is no mere likelihood. */
  readonly topicNamed?: true
  /** Words name other business (a hospital, a house), and none a topic. */
  readonly otherBusiness?: true
  /** Of another province's people, or of what is given there: what the same words ask when a family of Gansu says them. */
  readonly elsewhere?: Pick<Understanding, 'intent' | 'topic' | 'confidence'>
  readonly moreWanted?: true
  readonly correction?: true
  readonly restart?: true
  readonly dontKnow?: true
  /** The topic is only likely: no word names it. */
  readonly topicUnnamed?: true
}

/** `confidence` is the probability, 0 to 1, that intent and topic are right. `county` is a GB/T 2260 code. */
export type Understanding = {
  readonly language: Language | null
  readonly intent: Intent
  readonly topic: Topic | null
  readonly stage: Stage | null
  readonly county: string | null
  readonly confidence: number
  /** The language asked for, with `set-language`. */
  readonly value?: Language
  readonly said: Said
}
