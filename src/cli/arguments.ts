import { parseArgs, type ParseArgsConfig } from 'node:util'

/**
 * A command's options and positionals, as `parseArgs` of `node:util` reads them. What it cannot read ends the command:
 * what is wrong and the usage on stderr, exit code 1.
 */
export function commandArguments<Config extends ParseArgsConfig>(usage: string, config: Config) {
  try {
    return parseArgs(config)
  } catch (error) {
    // Its message names the option alone.
    return fail(`${error instanceof Error ? error.message : 'not understood'}\n${usage}`)
  }
}

/** Ends a command that was asked for what it cannot do: why, on stderr, and exit code 1. */
export function fail(problem: string): never {
  console.error(problem)
  process.exit(1)
}
