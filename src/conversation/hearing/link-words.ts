import { commandIn } from './commands.ts'

/** Whether the words wish to have a telephone linked to its household, or tell that it is another than the recorded one. */
export function asksToLink(text: string): boolean {
  return LINK.test(text) && !asksToUnlink(text) && !asksToUndo(text)
}

/** Whether the words speak of linking, so that a proof in them is meant as one. */
export function speaksOfLinking(text: string): boolean {
  return LINKING.test(text)
}

/** Whether the words speak of an ID number or its end. */
export function speaksOfIdNumber(text: string): boolean {
  return ID_NUMBER.test(text)
}

/** Whether the words give up a link: 解除绑定. */
export function asksToUnlink(text: string): boolean {
  return UNLINK.test(text)
}

/** Whether the words take back what somebody else had linked: 撤销, 不是我们绑的. */
export function asksToUndo(text: string): boolean {
  return commandIn(text)?.kind === 'undo-links' || UNDO.test(text)
}

const LINKING = /绑定|绑一?下|关联|ཁ་པར་(?:ཨང་གྲངས་)?སྦྲེལ/u

const ID_NUMBER = /身份证|证件号|[后末]面?(?:六|6|６)位|尾号|ཐོབ་ཐང་ལག་[ཁའ]|ཨང་གྲངས་(?:ཀྱི་)?མཇུག/u

const LINK = new RegExp(
  `${LINKING.source}|(?:换|改)(?:了|过)?(?:个|新)?(?:的)?(?:手机|电话)?(?:号码?|电话|手机|卡)(?:了|$|[，,。])|(?:号码?|电话|手机号?|卡)(?:也|都)?换了|新(?:手机|电话)?号码?[^，。]{0,6}(?:查|登记)|(?:登记|名单|册子|档案)[^，。]{0,4}(?:留)?的?(?:是)?(?:旧|老|以前的?|原来的?|别人的?)(?:手机|电话)?号|ཁ་པར་(?:ཨང་གྲངས་)?(?:བརྗེས|གསར་པ)`,
  'u',
)

const UNLINK =
  /(?:解除|取消|撤掉|去掉|删掉|不要|不想?|别)(?:了|再|这个|我的|要)*(?:绑定|关联|绑)|解绑|(?:绑定|关联)(?:取消|解除|去掉)|སྦྲེལ་(?:བ|མཐུད)་?(?:མེད་པ|དོར|འདོར|བཤིག)|མི་སྦྲེལ/u

const UNDO =
  /^撤销(?:绑定|这个|掉|了)+[。.!！吧\s]*$|不是(?:我|我们|咱|咱们|俺|俺们)(?:家|家里)?(?:人|的人)?(?:绑|办|弄|干|登)|谁绑(?:的|定)|ང་ཚོས་(?:ཁ་པར་)?སྦྲེལ་(?:མེད|མ་མྱོང)/u
