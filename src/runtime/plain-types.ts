/**
 * Loaded before the server, after tsx (`--import`): Node itself takes the types out of our `.ts` files. What tsx makes of
 * them sets a name on each function whenever one is made, and an answer makes some hundreds. A start reads a moment longer
 * for it, so that commands go without; `.tsx`, which Node does not read, stays with tsx.
 */
import { readFileSync } from 'node:fs'
import * as modules from 'node:module'
import type { LoadHookSync } from 'node:module'

const load: LoadHookSync = (url, context, next) => {
  if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/'))
    return next(url, context)
  return { format: 'module-typescript', source: readFileSync(new URL(url), 'utf8'), shortCircuit: true }
}

// A Node that takes out no types goes on with what tsx makes.
if ('registerHooks' in modules && process.features.typescript === 'strip') modules.registerHooks({ load })
