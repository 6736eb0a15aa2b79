import { LANGUAGES, textsIn } from '../../i18n/texts.ts'
import { PROGRAMME_IDS, type ProgrammeId } from '../../policy/programmes/index.ts'
import { remembering } from './cell.ts'

/** A programme by its id, its name in the answers of either language, or a short name that offices write; null for what names none, or several. */
export const readProgramme = remembering((text): ProgrammeId | null => NAMES.get(comparable(text)) ?? null)

// What could be two programmes' (免学费, 助学金 beside 高校, 专项计划) is not here: it is rejected, never guessed.
const SHORT_NAMES: Readonly<Record<ProgrammeId, readonly string[]>> = {
  'preschool-fee-waiver': [
    '保教费',
    '免保教费',
    '学前免保教费',
    '学前教育免保教费',
    '幼儿园免费',
    '幼儿园保教费',
  ],
  'village-kindergarten': ['村幼儿园', '行政村幼儿园', '村级幼儿园'],
  'compulsory-nearby-school': ['就近入学', '义务教育就近入学'],
  'secondary-vocational-tuition-waiver': [
    '中职免费',
    '中职学费',
    '中职学费减免',
    '中等职业学校免学费',
    '中专免学费',
  ],
  'secondary-vocational-grant': [
    '中职补助',
    '中职生活补助',
    '中职国家助学金',
    '中等职业学校助学金',
    '中专助学金',
  ],
  'tibetan-area-nine-plus-three': ['9+3', '藏区9+3', '9+3免费中职', '藏区9+3免费职业教育'],
  'higher-vocational-fee-waiver': [
    '高职免费',
    '高职免学费',
    '高职学费',
    '高职学费书本费',
    '高职免学费书本费',
    '大专免学费',
  ],
  'origin-student-loan': ['助学贷款', '生源地贷款', '大学贷款', '国家助学贷款', '生源地信用助学贷款'],
  'work-study': ['勤工助学'],
  'special-plan-national': ['国家专项', '国家专项计划', '贫困地区专项', '贫困地区专项计划'],
  'special-plan-provincial': ['省属专项', '省属专项计划', '省属高校专项', '省属高校专项计划'],
  'special-plan-old-revolutionary': ['革命老区专项', '老区专项', '老区专项计划'],
  'special-plan-rural': ['农村专项', '农村专项计划', '农村学生专项'],
  'higher-vocational-separate-test': ['高职单招', '单招', '高职单独招生', '单独测试招生'],
  'secondary-vocational-direct-admission': ['中职直升', '中职升高职', '直升高职', '推荐直升高职'],
  'rural-doctor-places': ['全科医生定向', '农村全科医生', '全科医生定向培养'],
  'free-medical-student': ['免费医学', '医学定向生', '农村订单定向免费医学生'],
  'village-doctor-training': ['乡村医生培训'],
  'leaver-vocational-education': ['两后生', '两后生培训', '两后生职业教育'],
  'labour-skills-training': ['技能培训', '劳动力培训', '劳动力技能培训'],
  'rural-teacher-subsidy': ['乡村教师补助', '乡村教师补贴', '教师生活补助'],
  'rural-teacher-career': ['乡村教师职称', '乡村教师职称倾斜'],
  'retired-teacher-support': ['支教', '退休支教'],
}

const NAMES: ReadonlyMap<string, ProgrammeId> = new Map(
  PROGRAMME_IDS.flatMap((id) =>
    [
      id,
      ...LANGUAGES.map((language) => textsIn(language)(`policy:programme.${id}.name`)),
      ...SHORT_NAMES[id],
    ].map((name) => [comparable(name), id] as const),
  ),
)

// Quotation marks, brackets, spaces, Tibetan marks and 和 between two parts are written or not.
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s“”"'‘’「」《》()、,་༌།和与及]/gu, '')
    .toLowerCase()
}
