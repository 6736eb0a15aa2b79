import type { SchoolPlace } from '../../policy/facts.ts'
import { countyWithin, namesGansu, readCounty } from './county.ts'
import { shortName, countyByCode } from '../../regions/county.ts'

/** Where a school is, seen from the household's county; null where the text does not tell. */
export function readSchoolPlace(text: string, homeCounty: string): SchoolPlace | null {
  if (/^(本县|县内|本县内|本区|本市区|本县区)$/.test(text)) return 'home-county'
  if (/^(省内|本省|省内县外|县外省内|外县)$/.test(text)) return 'in-province'
  if (/^(省外|外省|外省市)$/.test(text)) return 'out-of-province'
  if (/^\d{6,12}$/.test(text)) return placeOfCode(text, homeCounty)
  const county = readCounty(text) ?? countyWithin(text)
  if (county !== null) return county === homeCounty ? 'home-county' : 'in-province'
  return placeInWords(text, homeCounty)
}

function placeOfCode(code: string, homeCounty: string): SchoolPlace {
  if (code.startsWith(homeCounty)) return 'home-county'
  return code.startsWith('62') ? 'in-province' : 'out-of-province'
}

function placeInWords(text: string, homeCounty: string): SchoolPlace | null {
  if (OTHER_PROVINCES.test(text)) return 'out-of-province'
  const home = countyByCode(homeCounty)
  if (home !== undefined && text.startsWith(shortName(home.name))) return 'home-county'
  return namesGansu(text) ? 'in-province' : null
}

const OTHER_PROVINCES =
  /^(北京|天津|河北|山西|内蒙古|辽宁|吉林省|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|青海|宁夏|新疆|台湾|香港|澳门)/
