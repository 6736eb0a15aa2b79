/**
 * Loaded before a program (`tsx --import`). For each `.js` file Node reads the whole `package.json` above it, and Node 24
 * parses its exports anew each time: drizzle-orm's are 180 KB, and its hundred files cost every start half a second and
 * 190 MB. What one of its files imports of the others is an ES module and stands where it says: that is told at once.
 */
import * as modules from 'node:module'
import type { ResolveHookSync } from 'node:module'

const PACKAGE = '/node_modules/drizzle-orm/'

const resolve: ResolveHookSync = (specifier, context, next) => {
  const { parentURL } = context
  const isWithin =
    specifier.startsWith('.') && specifier.endsWith('.js') && parentURL?.includes(PACKAGE) === true
  if (!isWithin) return next(specifier, context)
  return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
}

// Node 20 has no such hooks, nor the need of them.
if ('registerHooks' in modules) modules.registerHooks({ resolve })
