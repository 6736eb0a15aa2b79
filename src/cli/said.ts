import type { Fault } from '../fault.ts'

/** Writes lines to stdout. */
export function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line)
}

/** Tells on stderr why a command did nothing, each field on its own line; the command ends with 1. `what` it was asked of. */
export function refusing(what: string): (fault: Fault) => void {
  const words: Readonly<Partial<Record<Fault['code'], string>>> = {
    'not-found': `no such ${what}`,
    forbidden: 'not allowed:',
    conflict: 'not now:',
    invalid: 'not right:',
  }
  return ({ code, fields = [] }) => {
    console.error(
      [words[code] ?? code, ...fields.map(({ path, problem }) => `  ${path}: ${problem}`)].join('\n'),
    )
    process.exitCode = 1
  }
}
