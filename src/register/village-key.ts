import { remembering } from './values/cell.ts'

const PEOPLES = '(?:(?:藏|回|土|满|蒙古|裕固|东乡|保安|撒拉|哈萨克)族)*(?:民族)?'
const TOWNSHIP = new RegExp(`(?<=.)(?:${PEOPLES}(?:镇|乡)|办事处)$`)

const bareTownship = remembering((name) => plain(name).replace(TOWNSHIP, ''))

// A town's neighbourhood (社区) and a village of one name are two places.
const bareVillage = remembering((name) =>
  plain(name)
    .replace(/(?<=.)(?:社区)?(?:居民委员会|居委会)$/, '社区')
    .replace(/(?<=.)(?:村民委员会|村委会)$/, '')
    .replace(/(?<=.)村$/, ''),
)

/**
 * county|township|village, as households and the village list are matched: without the words for what a place is, since
 * lists write 南木娄村, 南木娄 and 南木娄村民委员会 for one.
 */
export function villageKey(county: string, township: string | null, village: string | null): string {
  return `${county}|${bareTownship(township ?? '')}|${bareVillage(village ?? '')}`
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '')
}
