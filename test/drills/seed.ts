/** What a run's chances begin with: `--seed N`, else DRILL_SEED, else another each time. */
export function seedOf(args: readonly string[]): number {
  const at = args.indexOf('--seed')
  const given = at === -1 ? process.env['DRILL_SEED'] : args[at + 1]
  const seed = Number(given ?? Math.floor(Math.random() * 1e9))
  if (!Number.isSafeInteger(seed)) throw new Error('the seed must be a whole number')
  return seed
}
