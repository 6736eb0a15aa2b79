import fc from 'fast-check'

/**
 * The cases of every property are the same in each run: one that fails, fails for whoever looks into it.
 * `PROPERTY_SEED=$RANDOM npx vitest run --project unit` looks at others.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20261127) })

export { fc }
