import type { Language } from '../../understanding/types.ts'
import { type Answer, speak } from '../answer.ts'
import { say } from '../reply.ts'
import { emptySession } from '../session.ts'

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

/** Asks first: what goes, and what the office keeps. */
export function askErase(): Answer {
  return { ...speak([say('conversation:erase.ask')]), remember: { asking: { kind: 'erase' } } }
}

/** Erases what this talk left, on a clear yes alone. */
export function erase(confirmed: boolean): Answer {
  if (!confirmed) return { ...speak([say('conversation:erase.kept')]), remember: { asking: null } }
  return {
    ...speak([say('conversation:erase.done')]),
    remember: emptySession(),
    changes: [{ kind: 'erase-contact' }],
  }
}
