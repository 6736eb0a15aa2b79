import type { Language } from '../../understanding/types.ts'
import { type Answer, speak } from '../answer.ts'
import { type Choice, type Line, say } from '../words/reply.ts'
import type { Scene } from '../scene.ts'
import { emptySession } from '../session/session.ts'
import { menu } from './help.ts'
import { hasOpenCase } from './own-cases.ts'

/** Ends messages: one confirmation, then silence. */
export function stop(): Answer {
  return {
    ...speak([say('conversation:stopped', { start: say('conversation:word.start') })]),
    remember: { asking: null, rest: null },
    changes: [{ kind: 'stop' }],
  }
}

/** What a stopped contact hears who asks for help: that it is stopped, and how to begin again. */
export function alreadyStopped(): Answer {
  return speak([say('conversation:stopped.already', { start: say('conversation:word.start') })])
}

/** Messages come again. */
export function start(): Answer {
  return {
    ...speak([say('conversation:started', { help: say('conversation:word.help') })]),
    changes: [{ kind: 'start' }],
  }
}

/** From now on in this language. */
export function setLanguage(language: Language): Answer {
  return {
    ...speak([say('conversation:language.set')]),
    remember: { language, asking: null, rest: null },
    changes: [{ kind: 'set-language', language }],
  }
}

/** Asks in both languages which one to speak. */
export function hello(): Answer {
  return { ...speak([say('conversation:hello')]), remember: { asking: { kind: 'language' } } }
}

/** What a chat's first tap is answered. */
export function begin(language: Language | null): Answer {
  return language === null ? hello() : menu(say('conversation:greeting'))
}

/** The language that was asked for, and what may be asked in it. */
export function greetIn(language: Language): Answer {
  const greeting = menu(say('conversation:greeting'))
  return {
    ...setLanguage(language),
    reply: greeting.reply,
    remember: { ...greeting.remember, language },
    continues: 'set-language',
  }
}

// What keeps limits and a family's word from being got round by being forgotten.
const MARKS: Line = [say('conversation:erase.marks')]

/** Asks first: what goes, what the office keeps, and what is to become of requests still open. */
export function askErase(scene: Scene): Answer {
  const open = hasOpenCase(scene) ? [[say('conversation:erase.open-cases')]] : []
  const stopped = scene.turn.contact.stopped ? [[say('conversation:erase.stopped')]] : []
  return {
    reply: {
      lines: [[say('conversation:erase.ask')], ...open, ...stopped, ...(open.length === 0 ? [MARKS] : [])],
      choices: open.length === 0 ? ERASE_OR_NOT : [...ERASE_OR_NOT, KEEP_OPEN],
      span: 'one',
    },
    remember: { asking: { kind: 'erase' } },
  }
}

const ERASE_OR_NOT: readonly Choice[] = [
  { number: 1, label: 'conversation:erase.choice.all' },
  { number: 2, label: 'conversation:erase.choice.none' },
]
const KEEP_OPEN: Choice = { number: 3, label: 'conversation:erase.choice.keep-open' }

/** Erases what this talk left; what is open is withdrawn, or goes on as nobody's. */
export function erase(scene: Scene, { keepOpenCases }: { readonly keepOpenCases: boolean }): Answer {
  const goesOn = keepOpenCases ? [[say('conversation:erase.goes-on')]] : []
  // Beside an open case's choice the question had no room for it.
  const marks = hasOpenCase(scene) ? [MARKS] : []
  return {
    ...speak([say('conversation:erase.done')], ...goesOn, ...marks),
    remember: emptySession(),
    changes: [{ kind: 'erase-contact', keepOpenCases }],
  }
}

/** Anything but a clear yes erases nothing. */
export function keepAll(): Answer {
  return { ...speak([say('conversation:erase.kept')]), remember: { asking: null } }
}
