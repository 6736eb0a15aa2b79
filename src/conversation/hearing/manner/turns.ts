import type { Understanding } from '../../../understanding/types.ts'
import { isCertain } from './heard.ts'

/** Whether the words drop what was being asked: 算了, 不问了. */
export function dropsIt(text: string): boolean {
  return DROPPED.test(text)
}

/** Whether the words correct what was understood: 不对，是女儿. A wrong record is another matter. */
export function corrects(text: string): boolean {
  return CORRECTING.test(text) && !RECORD.test(text)
}

/** Whether the words complain of the record itself, so that nobody need ask whether they do. */
export function complains(heard: Understanding, text: string): boolean {
  return heard.confidence === 1 || (isCertain(heard) && COMPLAINT.test(text))
}

/** Whether the words only say that something is unfair, and not what anybody did. */
export function onlyResents(text: string): boolean {
  return RESENTING.test(text.trim())
}

/** Whether the words would have the record count, and nothing that was said against it: 还是按登记吧. */
export function acceptsRecord(text: string): boolean {
  return ACCEPTING.test(text.trim())
}

/** Whether the words would have nothing erased: 不删, 先别删. */
export function keepsData(text: string): boolean {
  return KEEPING.test(text.trim())
}

const RESENTING =
  /^(?:这|你们|也|真|太|实在|就是)*(?:不公平|不公道|不公正|不合理|偏心|欺负人?|气人)(?:了|啊|呀|吧|嘛)*[。.!！]*$|^(?:འདི་)?(?:དྲང་བདེན|འདྲ་མཉམ|དྲང་པོ)་?(?:མ་རེད|མིན|མི་འདུག)[་།\s]*$/u

const ACCEPTING =
  /^(?:那|还是|就|算了|好|行|那就|还是就)*[，,\s]*(?:按|照|听|信|以)(?:着)?(?:你们?的?)?(?:登记|记录|系统|名单|册子)(?:上)?(?:的)?(?:为准|算|来|说|吧|回答|是|就行|就好)*[吧了。.!！\s]*$|^(?:ད་)?ཐོ་(?:ལྟར|གཞིར་བཟུང)(?:་ནས)?་?(?:རྩིས|བརྩི|རྩི|བྱོས|བྱེད)?[་།\s]*$/u

const KEEPING = /^(?:我)?(?:先|还是|那)?(?:不|别|不要|不用|不想)(?:要)?删|(?:མི|མ)་(?:སུབ|བསུབ|བསུབས)[་།\s]*$/u

const DROPPED =
  /^(?:算了|算了吧|那算了|不要了|取消|不问了|不说了|别问了|不用了|没事了?|不想说|བཞག་ཨ|མི་འདྲི|མི་དགོས)[\s。.!！吧了།]*$/u

const CORRECTING =
  /^(?:错了|不对|不是|搞错|弄错|你错|我说的是|(?:哦|噢)?[，,]?(?:其实|实际上?|应该)(?:他|她|娃|孩子)?(?:应该|就)?是|མིན|ནོར་སོང|(?:དངོས་གནས|དོན་དངོས)་(?=[^།]*(?:ཡིན|རེད)[་།\s]*$))/u

const RECORD = /登记|名单|档案|记录|信息|系统|ཐོ/u

const COMPLAINT =
  /错|漏|不对|不符|没有?(?:登记|上|报|评|写|算|列|录)|少了|多了|(?:登记|名单|建档|档案|系统|册|表)[^，。]{0,6}(?:没|无|不|只|少)|没有?我|改一?下|更正|ནོར|མིང་|(?<!ཐེམ་)ཐོ(?:་|ར་|འི་)/u
