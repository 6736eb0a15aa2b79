/** Ten messages of a stranger of which each is answered by what came before it. */
export const HURRIED = [
  '幼儿园免费吗',
  '宕昌县',
  '是',
  '1',
  '为什么',
  '那高中呢',
  '错了',
  '怎么办理',
  '藏语',
  '重来',
] as const
