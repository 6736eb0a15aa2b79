import boConversation from '../../locales/bo/conversation.json' with { type: 'json' }
import boPolicy from '../../locales/bo/policy.json' with { type: 'json' }
import boSimulator from '../../locales/bo/simulator.json' with { type: 'json' }
import zhConversation from '../../locales/zh-CN/conversation.json' with { type: 'json' }
import zhPolicy from '../../locales/zh-CN/policy.json' with { type: 'json' }
import zhSimulator from '../../locales/zh-CN/simulator.json' with { type: 'json' }

type Texts = Readonly<Record<string, string>>
export type Pair = { readonly key: string; readonly zh: string; readonly bo: string }

const ROOMS: readonly (readonly [Texts, Texts])[] = [
  [zhConversation, boConversation],
  [zhPolicy, boPolicy],
  [zhSimulator, boSimulator],
]

/** Every text of every room, the Chinese beside the Tibetan. */
export const PAIRS: readonly Pair[] = ROOMS.flatMap(([chinese, tibetan]) =>
  Object.entries(chinese).map(([key, zh]) => ({ key, zh, bo: tibetan[key] ?? '' })),
)
