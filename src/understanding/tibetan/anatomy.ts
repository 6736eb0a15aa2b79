/** A syllable's parts. `tail` is a fused ending: འི འུ འོ འང འམ. `root` carries none of its signs. */
export type Anatomy = {
  readonly prefix: string
  readonly superscript: string
  readonly root: string
  /** As letters in full form: ྲ is ར. */
  readonly subscripts: string
  readonly vowels: string
  readonly suffixes: string
  readonly tail: string
}

type Stack = { readonly letters: string; readonly vowels: string }

/** Takes one normalised syllable apart; null where it is not a run of well-formed stacks. It does not ask whether the spelling is legal. */
export function anatomy(syllable: string): Anatomy | null {
  const tail = TAIL.exec(syllable)?.[0] ?? ''
  const body = syllable.slice(0, syllable.length - tail.length)
  const stacks = [...body.matchAll(STACK)].map(([, head = '', below = '', vowels = '']) => ({
    letters: head + inFull(below),
    vowels,
  }))
  if (stacks.length === 0 || stacks.length > 4 || body.replace(STACK, '') !== '') return null
  const at = rootAt(stacks)
  const rootStack = stacks[at]
  const after = stacks.slice(at + 1)
  if (
    rootStack === undefined ||
    at > 1 ||
    after.some((stack) => stack.vowels !== '' || stack.letters.length > 1)
  )
    return null
  return {
    prefix: stacks
      .slice(0, at)
      .map((stack) => stack.letters)
      .join(''),
    ...splitStack(rootStack.letters),
    vowels: rootStack.vowels,
    suffixes: after.map((stack) => stack.letters).join(''),
    tail,
  }
}

const TAIL = /(?<=[\u0f40-\u0fbc])(?:འ(?:ིས|[ིོེུ]|ང|མ))+$/u
const STACK = /([\u0f40-\u0f6c])([\u0f90-\u0fbc]*)([\u0f71-\u0f7f\u0f80]*)/g
const SUPERSCRIPTED = /^(?:ར[ཀགངཇཉཏདནབམཙཛ]|ལ[ཀགངཅཇཏདཔབཧ]|ས[ཀགངཉཏདནཔབམཙ])/u
const CAN_BE_PREFIX: Readonly<Record<string, string>> = {
  ག: 'ཅཉཏདནཙཞཟཡཤས',
  ད: 'ཀགངཔབམ',
  བ: 'ཀགཅཏདཙཞཟཤས',
  མ: 'ཁགངཆཇཉཐདནཚཛ',
  འ: 'ཁགཆཇཐདཕབཚཛ',
}

/** Whether the letter may stand before this plain root. */
export function mayPrecede(prefix: string, root: string): boolean {
  return (CAN_BE_PREFIX[prefix] ?? '').includes(root)
}

function inFull(subjoined: string): string {
  return subjoined.replace(/./gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x50))
}

// The root bears the vowel or the stack; in a bare syllable its place follows from the number of letters.
function rootAt(stacks: readonly Stack[]): number {
  const marked = stacks.findIndex((stack) => stack.vowels !== '' || stack.letters.length > 1)
  if (marked >= 0) return marked
  const [first, second, third] = stacks.map((stack) => stack.letters)
  if (stacks.length === 4) return 1
  if (first === undefined || second === undefined) return 0
  return third !== undefined && mayPrecede(first, second) && !POST_SUFFIXED.has(first + second + third)
    ? 1
    : 0
}

// Bare syllables of three letters whose first is the root all the same.
const POST_SUFFIXED = new Set(['མངས', 'དངས', 'དགས', 'དབས', 'དམས', 'བགས', 'འགས'])

function splitStack(letters: string): Pick<Anatomy, 'superscript' | 'root' | 'subscripts'> {
  const over = SUPERSCRIPTED.test(letters) ? 1 : 0
  return {
    superscript: letters.slice(0, over),
    root: letters.slice(over, over + 1),
    subscripts: letters.slice(over + 1),
  }
}
