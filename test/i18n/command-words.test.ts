import { describe, expect, it } from 'vitest'
import bo from '../../locales/bo/conversation.json' with { type: 'json' }
import { commandIn } from '../../src/conversation/hearing/commands.ts'
import { understand } from '../../src/understanding/understand.ts'

const WORDS: Readonly<Record<string, string>> = {
  'word.stop': 'stop',
  'word.start': 'start',
  'word.help': 'help',
  'word.person': 'talk-to-person',
  'word.misuse': 'report-misuse',
  'word.missing': 'report-missing',
  'word.erase': 'erase-data',
  'word.why': 'ask-why',
  'word.how': 'ask-how',
  'word.own-language': 'set-language',
  'word.other-language': 'set-language',
  'word.more': 'more',
  'word.again': 'again',
  'word.who-sees': 'who-sees',
  'word.unsettled': 'unsettled',
  'word.link': 'link',
  'word.unlink': 'unlink',
  'word.undo-links': 'undo-links',
}
/** Meanings of the talk alone, which no intent of the understanding has. */
const OURS: ReadonlySet<string> = new Set([
  'more',
  'again',
  'who-sees',
  'unsettled',
  'link',
  'unlink',
  'undo-links',
])
const texts: Readonly<Record<string, string>> = bo

/** A word as people type it back: as it stood, with a tsheg, a shad or both, quoted, with spaces for tshegs. */
const MANNERS: Readonly<Record<string, (word: string) => string>> = {
  'as it stands': (word) => word,
  'with a tsheg': (word) => `${word}་`,
  'with a shad': (word) => `${word}།`,
  'with both': (word) => `${word}་།`,
  'with a space and a shad': (word) => ` ${word} །`,
  quoted: (word) => `“${word}”`,
  'with spaces for tshegs': (word) => word.replaceAll('་', ' '),
}

describe.each(Object.entries(WORDS))('%s', (key, meaning) => {
  it.each(Object.entries(MANNERS))('is obeyed when sent back %s', (_, typed) => {
    const command = commandIn(typed(texts[key] ?? ''))
    expect(command?.kind === 'intent' ? command.intent : command?.kind).toBe(meaning)
  })

  it('is understood in a sentence of its own', () => {
    if (OURS.has(meaning)) return
    expect(understand(texts[key] ?? '').intent).toBe(meaning)
  })
})

describe('a word told to people', () => {
  it('is known here', () => {
    const told = Object.keys(texts).filter((key) => key.startsWith('word.') && key !== 'word.unknown')
    expect(told.toSorted()).toEqual(Object.keys(WORDS).toSorted())
  })

  it('is no other command', () => {
    const words = Object.keys(WORDS).map((key) => texts[key])
    expect(new Set(words).size).toBe(words.length)
  })
})
