import { TOPICS } from '../../understanding/types.ts'
import { type Answer, speak } from '../answer.ts'
import { asksMoney } from '../hearing/manner/money.ts'
import type { Scene } from '../scene.ts'
import { type Line, type Reply, say, type Text } from '../words/reply.ts'

/** What one may ask, by number, after a word of its own: a greeting, a refusal, a misunderstanding. */
export function menu(...words: readonly Text[]): Answer {
  const lines: Line[] = words.length === 0 ? [] : [words]
  return { reply: { lines, ...MENU, span: 'one' }, remember: { asking: { kind: 'menu' } } }
}

/** All that can be asked and done here, and the words for it. */
export function help(): Answer {
  const words = {
    missing: 'missing',
    misuse: 'misuse',
    person: 'person',
    language: 'other-language',
    stop: 'stop',
    erase: 'erase',
  } as const
  const params = Object.entries(words).map(
    ([name, word]) => [name, say(`conversation:word.${word}`)] as const,
  )
  return { reply: { lines: [[say('conversation:help', Object.fromEntries(params))]], span: 'many' } }
}

/** Who writes here, what it never asks for, and how to reach a person; beside a question of ours, only the first two. */
export function answerWhoWeAre({ session, turn }: Pick<Scene, 'session' | 'turn'>): Answer {
  const [is, never] = [[say('conversation:who-we-are')], [say('conversation:who-we-are.never')]]
  // 你们收费吗 is answered by what is never asked for.
  const who = asksMoney(turn.message.text) ? [never, is] : [is, never]
  if (session.asking !== null) return speak(...who)
  return speak(...who, [
    say('conversation:how.person', { person: say('conversation:word.person') }),
    say('conversation:who-we-are.words', {
      misuse: say('conversation:word.misuse'),
      help: say('conversation:word.help'),
    }),
  ])
}

const MENU: Pick<Reply, 'closing' | 'choices'> = {
  closing: [[say('conversation:menu.title')]],
  choices: TOPICS.map((topic, index) => ({
    number: index + 1,
    label: `policy:topic.${topic}.name` as const,
  })),
}
