import type { SchoolStatus } from '../../src/register/values/person-values.ts'

type Case<T> = readonly [text: string, value: T]

const status = (
  stage: SchoolStatus['stage'],
  finalYear: boolean | null = null,
  inSchool = true,
): SchoolStatus => ({
  inSchool,
  stage,
  finalYear,
})
const out = status('not-in-school', null, false)

/** 在校生状况 as register.md lists it, by code, by words, and as lists also write it. */
export const SCHOOL_STATUS: readonly Case<SchoolStatus | null>[] = [
  ['01', out],
  ['1', out],
  ['非在校生', out],
  ['学龄前儿童', out],
  ['02', status('preschool')],
  ['学前教育', status('preschool')],
  ['03', status('primary')],
  ['3', status('primary')],
  ['小学', status('primary')],
  ['03 小学', status('primary')],
  ['04', status('junior', false)],
  ['七年级', status('junior', false)],
  ['05', status('junior', false)],
  ['八年级', status('junior', false)],
  ['06', status('junior', true)],
  ['九年级', status('junior', true)],
  ['07', status('senior', false)],
  ['高中一年级', status('senior', false)],
  ['08', status('senior', false)],
  ['高中二年级', status('senior', false)],
  ['09', status('senior', true)],
  ['高中三年级', status('senior', true)],
  ['10', status('secondary-vocational', false)],
  ['中职一年级', status('secondary-vocational', false)],
  ['11', status('secondary-vocational', false)],
  ['中职二年级', status('secondary-vocational', false)],
  ['12', status('secondary-vocational', true)],
  ['中职三年级', status('secondary-vocational', true)],
  ['13', status('higher-vocational', false)],
  ['高职一年级', status('higher-vocational', false)],
  ['14', status('higher-vocational', false)],
  ['高职二年级', status('higher-vocational', false)],
  ['15', status('higher-vocational', true)],
  ['高职三年级', status('higher-vocational', true)],
  ['16', status(null)],
  ['大专及以上', status(null)],
  ['本科', status('undergraduate')],
  ['硕士研究生及以上', status('postgraduate')],
  ['17', null],
  ['在家', null],
]

/** 文化程度 and what it says was finished. */
export const SCHOOLING: readonly Case<string | null>[] = [
  ['01', 'none'],
  ['文盲或半文盲', 'none'],
  ['02', 'primary'],
  ['小学', 'primary'],
  ['03', 'junior'],
  ['初中', 'junior'],
  ['04', 'senior'],
  ['高中', 'senior'],
  ['5', 'higher'],
  ['大专及以上', 'higher'],
  ['06', 'none'],
  ['学龄前儿童', 'none'],
  ['07', null],
]

/** 与户主关系: the relation, and the sex its word says. */
export const RELATIONS: readonly Case<readonly [string, string | null] | null>[] = [
  ['01', ['head', null]],
  ['本人或户主', ['head', null]],
  ['户主', ['head', null]],
  ['1', ['head', null]],
  ['02', ['spouse', null]],
  ['配偶', ['spouse', null]],
  ['妻子', ['spouse', 'female']],
  ['03', ['child', 'male']],
  ['之子', ['child', 'male']],
  ['长子', ['child', 'male']],
  ['04', ['child', 'female']],
  ['之女', ['child', 'female']],
  ['次女', ['child', 'female']],
  ['05', ['child-in-law', 'female']],
  ['之儿媳', ['child-in-law', 'female']],
  ['06', ['child-in-law', 'male']],
  ['之女婿', ['child-in-law', 'male']],
  ['07', ['grandchild', 'male']],
  ['之孙子', ['grandchild', 'male']],
  ['08', ['grandchild', 'female']],
  ['之孙女', ['grandchild', 'female']],
  ['09', ['grandchild', 'male']],
  ['之外孙子', ['grandchild', 'male']],
  ['10', ['grandchild', 'female']],
  ['之外孙女', ['grandchild', 'female']],
  ['11', ['parent', 'male']],
  ['之父', ['parent', 'male']],
  ['12', ['parent', 'female']],
  ['之母', ['parent', 'female']],
  ['13', ['parent', 'male']],
  ['之岳父', ['parent', 'male']],
  ['14', ['parent', 'female']],
  ['之婆婆', ['parent', 'female']],
  ['17', ['grandparent', 'male']],
  ['之祖父', ['grandparent', 'male']],
  ['之兄弟姐妹', ['sibling', null]],
  ['99', ['other', null]],
  ['其他', ['other', null]],
  ['邻居家', null],
]

/** Counties by code and by name. */
export const COUNTIES: readonly Case<string | null>[] = [
  ['621223', '621223'],
  ['621223000000', '621223'],
  ['宕昌县', '621223'],
  ['宕昌', '621223'],
  ['陇南市宕昌县', '621223'],
  ['甘肃省陇南市宕昌县', '621223'],
  ['张掖市肃南县', '620721'],
  ['临夏州积石山县', '622927'],
  ['临夏州临夏', null],
  ['甘肃省平凉市华亭县', '620881'],
  ['陇南市肃南县', null],
  ['甘南藏族自治州夏河县', '623027'],
  ['甘南州夏河县', '623027'],
  ['天祝藏族自治县', '620623'],
  ['天祝', '620623'],
  ['临夏市', '622901'],
  ['临夏州临夏县', '622921'],
  ['临夏', null],
  ['610102', null],
  ['不知县', null],
]

/** School's place, seen from Dangchang (621223). */
export const SCHOOL_PLACES: readonly Case<string | null>[] = [
  ['本县', 'home-county'],
  ['省内', 'in-province'],
  ['省外', 'out-of-province'],
  ['宕昌县', 'home-county'],
  ['621223', 'home-county'],
  ['宕昌县第一中学', 'home-county'],
  ['武都区', 'in-province'],
  ['621202', 'in-province'],
  ['兰州石化职业技术学院', 'in-province'],
  ['610100', 'out-of-province'],
  ['四川省成都市', 'out-of-province'],
  ['希望小学', null],
]

/** 联系电话 and the mainland mobile numbers in it. */
export const TELEPHONES: readonly Case<readonly string[]>[] = [
  ['13919390001', ['+8613919390001']],
  ['139 1939 0001', ['+8613919390001']],
  ['+8613919390001', ['+8613919390001']],
  ['13919390001/13919390002', ['+8613919390001', '+8613919390002']],
  ['0939-6122123', []],
  ['1391939000', []],
  ['没有', []],
]

/** Days and years as 识别时间 writes them. */
export const DAYS: readonly Case<string | null>[] = [
  ['2014', '2014-01-01'],
  ['2014年', '2014-01-01'],
  ['2016-05', '2016-05-01'],
  ['2016年5月', '2016-05-01'],
  ['2016/5/3', '2016-05-03'],
  ['20160503', '2016-05-03'],
  ['201605', '2016-05-01'],
  ['2016-05-03 00:00:00', '2016-05-03'],
  ['2016-02-30', null],
  ['十年前', null],
]
