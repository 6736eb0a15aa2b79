import { toE164 } from '../../privacy/telephone.ts'
import { codedText, remembering } from './cell.ts'

/** 户籍性质; null for a value that is none. */
export const readRural = remembering((text): boolean | null => {
  if (/^(非农业?|城镇|居民|城市)(户口|户籍|家庭户口)?$/.test(text)) return false
  return /^(农业|农村|农)(户口|户籍|家庭户口)?$/.test(text) ? true : null
})

/** 语言; null for a value that is none. */
export const readLanguage = remembering((text): 'zh-CN' | 'bo' | null => {
  if (/^(汉语|中文|普通话|汉文|zh(-CN)?)$/i.test(text)) return 'zh-CN'
  return /^(藏语|藏文|bo|བོད་ཡིག|བོད་སྐད)$/i.test(text) ? 'bo' : null
})

/** 是否贫困村; null for a value that is none. */
export const readYesNo = remembering((text): boolean | null => {
  if (/^(是|1|01|Y|y|yes|true|贫困村|深度贫困村)$/.test(text)) return true
  return /^(否|不是|0|00|N|n|no|false|非贫困村)$/.test(text) ? false : null
})

/** 村人口; null for what is no count of people. */
export function readPopulation(text: string): number | null {
  const bare = text.replace(/[,\s人]/g, '')
  return /^\d{1,6}$/.test(bare) ? Number(bare) : null
}

/** The mainland mobile numbers of a cell, as E.164: several stand apart by a comma, a slash or a list mark. */
export function readTelephones(text: string): readonly string[] {
  const whole = mobile(text)
  if (whole !== null) return [whole]
  const parts = text.split(/[,;、/\s]+/).map(mobile)
  return parts.filter((part) => part !== null)
}

/** 贫困户属性: poor or not; null for a value that is none. */
export const readHouseholdKind = remembering((text): 'poor' | 'ordinary' | null => {
  const value = codedText(text)
  if (value === '一般农户') return 'ordinary'
  return /^(一般贫困户|贫困户|低保户|低保贫困户|五保户|五保贫困户|特困供养贫困户|特困供养户|建档立卡贫困户)$/.test(
    value,
  )
    ? 'poor'
    : null
})

/** 脱贫属性; null for a value that is none. */
export const readLiftedState = remembering((text): 'registered' | 'lifted' | 'fell-back' | null => {
  const value = codedText(text)
  if (/^(00|未脱贫|02|预脱贫|否)$/.test(value)) return 'registered'
  if (/^(01|脱贫|已脱贫|04|稳定脱贫|是)$/.test(value)) return 'lifted'
  return /^(03|返贫)$/.test(value) ? 'fell-back' : null
})

/** 户类型 of the later exports; null for a value that is none. */
export const readLaterKind = remembering((text): 'lifted' | 'monitored' | 'ordinary' | 'poor' | null => {
  const value = codedText(text)
  if (/^(监测对象|脱贫不稳定户?|边缘易致贫户?|突发严重困难户?)$/.test(value)) return 'monitored'
  if (/^(脱贫户|稳定脱贫户|已脱贫户)$/.test(value)) return 'lifted'
  return readHouseholdKind(text)
})

function mobile(text: string): string | null {
  const number = toE164(text)
  return number !== null && /^\+861\d{10}$/.test(number) ? number : null
}
