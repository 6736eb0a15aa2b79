type Hiding = {
  readonly what: string
  readonly text: string
  /** What may not stand in what is kept. */
  readonly gone: readonly string[]
  /** What the question is about, and stays. */
  readonly left: string
}

/** What people write of themselves without being asked, in the ways they write it. */
export const HIDING: readonly Hiding[] = [
  { what: 'a name introduced', text: '我叫王小明，想问奖学金', gone: ['王小明', '小明'], left: '奖学金' },
  {
    what: 'two names, a village and its school',
    text: '我是旧城村的李秀英，我家娃张博文在旧城小学上学，能补多少',
    gone: ['旧城', '李秀英', '秀英', '张博文', '博文'],
    left: '能补多少',
  },
  { what: 'a name in traditional signs', text: '張小明的學費', gone: ['小明', '张', '張'], left: '学费' },
  {
    what: 'a name that holds a word',
    text: '马有福家的娃能上幼儿园吗',
    gone: ['马有', '有福'],
    left: '幼儿园',
  },
  { what: 'a surname that begins words too', text: '找高小红问助学金', gone: ['小红'], left: '助学金' },
  { what: 'the same at the beginning', text: '我是白玉兰，娃上大学', gone: ['玉兰'], left: '大学' },
  { what: 'a double surname', text: '给欧阳春花办助学贷款', gone: ['欧阳', '春花'], left: '助学贷款' },
  {
    what: 'a name with a dot',
    text: '我叫阿依古丽·买买提 娃上学',
    gone: ['阿依', '古丽', '买买提'],
    left: '上学',
  },
  { what: 'a teacher', text: '王老师说我娃可以免学费', gone: ['王'], left: '免学费' },
  { what: 'an old acquaintance', text: '老马说贷款能办', gone: ['马'], left: '贷款' },
  { what: 'a pet name', text: '婷婷上高中了能领啥', gone: ['婷'], left: '高中' },
  { what: 'a child called small', text: '小红上高中了能领啥', gone: ['小红'], left: '高中' },
  { what: 'a sister', text: '他姐姐叫马秀花 上高职', gone: ['秀花'], left: '高职' },
  { what: 'a name told as of a form', text: '姓名：赵铁柱 助学金', gone: ['赵', '铁柱'], left: '助学金' },
  {
    what: 'a Tibetan name in hanzi',
    text: '扎西才让的助学金啥时候发',
    gone: ['扎西', '才让'],
    left: '助学金',
  },
  { what: 'a daughter of Tibetan name', text: '我女儿卓玛上高中', gone: ['卓玛'], left: '高中' },
  {
    what: 'an ID number',
    text: '身份证62122319800101123X，帮我查补助',
    gone: ['6212', '1980', '123x'],
    left: '补助',
  },
  {
    what: 'a telephone by dashes',
    text: '电话138-1234-5678 补助没到',
    gone: ['138', '1234', '5678'],
    left: '补助',
  },
  { what: 'a telephone by stops', text: '138.1234.5678 补助没到', gone: ['138', '1234'], left: '补助' },
  {
    what: 'a telephone in wide digits',
    text: '电话１３８１２３４５６７８ 补助',
    gone: ['138', '１３８'],
    left: '补助',
  },
  { what: 'a telephone in rings', text: '①③⑧①②③④⑤⑥⑦⑧ 补助', gone: ['138', '①③'], left: '补助' },
  {
    what: 'a telephone with signs that are not seen',
    text: '1\u200b3\u200b8\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6 补助',
    gone: ['138', '1\u200b3'],
    left: '补助',
  },
  {
    what: 'a telephone in words',
    text: '手机号一三八一二三四五六七八能查补助吗',
    gone: ['一三', '七八'],
    left: '补助',
  },
  {
    what: 'the same in groups',
    text: '我的号是幺三八 一二三四 五六七八 补助',
    gone: ['幺三', '一二', '五六'],
    left: '补助',
  },
  {
    what: 'a telephone spelt',
    text: '补助 yao san ba yi er san si wu liu qi ba',
    gone: ['yao', 'san'],
    left: '补助',
  },
  { what: 'a household number', text: '户编号6212-2300-01 帮查补助', gone: ['6212', '2300'], left: '补助' },
  {
    what: 'an account number in words',
    text: '卡号六二二八 四八零四 零二零 补助',
    gone: ['六二', '四八'],
    left: '补助',
  },
  { what: 'a reference', text: '编号7KQ4M29XR3 补助', gone: ['7k', '7K', 'xr3'], left: '补助' },
  { what: 'a name elsewhere', text: '加我微信wang_xm1985 补助咋领', gone: ['wang', '1985'], left: '补助' },
  { what: 'mail', text: '发到xm.wang@qq.com 补助', gone: ['wang', 'qq'], left: '补助' },
  {
    what: 'a day of birth',
    text: '娃2015年3月12日生的 能上幼儿园吗',
    gone: ['2015', '3月', '12'],
    left: '幼儿园',
  },
  {
    what: 'an address',
    text: '我住在城关镇旧城村3组12号，娃上学咋办',
    gone: ['城关', '旧城', '3组', '12'],
    left: '上学咋办',
  },
  {
    what: 'a township with its village',
    text: '我们尼玛镇秀玛村的娃能免吗',
    gone: ['尼玛', '秀玛'],
    left: '能免',
  },
  {
    what: 'a valley',
    text: '家在哈达铺镇玉岗村上湾社，学费免不免',
    gone: ['哈达铺', '玉岗', '湾'],
    left: '学费',
  },
  { what: 'a flat', text: '幸福路45号2单元301室 娃学费', gone: ['45', '2单元', '301', '幸福'], left: '学费' },
  { what: 'a group of houses', text: '二组的王二娃没补助', gone: ['二组', '王二'], left: '补助' },
  { what: 'a name introduced in Tibetan', text: 'ངའི་མིང་ལ་ཚེ་རིང་ཟེར། གོས་ཐུང་འདི།', gone: ['ཚེ་རིང'], left: 'གོས་ཐུང' },
  {
    what: 'a Tibetan name of four syllables',
    text: 'བཀྲ་ཤིས་ཚེ་རིང་གི་སློབ་ཡོན་ཆག་ཡང་ཡོད་དམ།',
    gone: ['བཀྲ་ཤིས', 'ཚེ་རིང'],
    left: 'སློབ་ཡོན་ཆག་ཡང',
  },
  {
    what: 'a Tibetan name with its case written on',
    text: 'བསོད་ནམས་ཉི་མས་རོགས་དངུལ་ཐོབ་བམ།',
    gone: ['བསོད་ནམས', 'ཉི་མ'],
    left: 'རོགས་དངུལ',
  },
  { what: 'a mother by her son', text: 'རྡོ་རྗེའི་ཨ་མ་ཡིན། རོགས་དངུལ།', gone: ['རྡོ་རྗེ'], left: 'ཨ་མ' },
  {
    what: 'a name of the other tsheg',
    text: 'ཚེ་རིང༌སྒྲོལ་མ་ལ་རོགས་དངུལ།',
    gone: ['ཚེ་རིང', 'སྒྲོལ་མ'],
    left: 'རོགས་དངུལ',
  },
  { what: 'a name that no list knows', text: 'མིང་ལ་ཀླུ་ཚང་འབུམ་ཟེར། རོགས་དངུལ།', gone: ['ཀླུ་ཚང'], left: 'རོགས་དངུལ' },
  {
    what: 'a name in Wylie',
    text: 'bkra shis tshe ring gi slob yon chag yang yod dam',
    gone: ['བཀྲ་ཤིས', 'bkra'],
    left: 'སློབ་ཡོན',
  },
  {
    what: 'a telephone in Tibetan digits',
    text: '༡༣༨༡༢༣༤༥༦༧༨ ལ་ཁ་པར་གཏོང་།',
    gone: ['༡༣', '138'],
    left: 'ཁ་པར',
  },
  {
    what: 'a telephone in Tibetan words',
    text: 'ཁ་པར་གཅིག་གསུམ་བརྒྱད་གཅིག་གཉིས་གསུམ་བཞི་ལྔ་ཡིན། རོགས་དངུལ།',
    gone: ['གཅིག་གསུམ', 'བཞི་ལྔ'],
    left: 'རོགས་དངུལ',
  },
  {
    what: 'a day of birth in Tibetan',
    text: '༢༠༡༥ལོའི་ཟླ་༣ཚེས་༡༢ལ་སྐྱེས། སློབ་གྲྭར་འགྲོ་ཆོག་གམ།',
    gone: ['2015', '༢༠༡༥', 'ཚེས་12', 'ཚེས་༡༢'],
    left: 'སློབ་གྲྭ',
  },
  {
    what: 'a township and a village in Tibetan',
    text: 'ཉི་མ་ཤང་གི་སྒར་ནག་གྲོང་ཚོ་ནས་ཡིན། སློབ་ཡོན་ཅི་འདྲ།',
    gone: ['ཉི་མ', 'སྒར་ནག'],
    left: 'སློབ་ཡོན',
  },
  { what: 'a town in Tibetan', text: 'བླ་བྲང་གྲོང་རྡལ་གྱི་ཕྲུ་གུ་ལ་རོགས་དངུལ།', gone: ['བླ་བྲང'], left: 'རོགས་དངུལ' },
]
