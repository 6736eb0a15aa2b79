import type { z } from 'zod'
import type { FieldFault } from '../fault.ts'
import type { Result } from './result.ts'

/** `value` as `schema` has it, or every field that is not, by path (`cases.3.person.stage`), none of their values repeated. */
export function validate<T>(schema: z.ZodType<T>, value: unknown): Result<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, fault: { code: 'invalid', fields: parsed.error.issues.flatMap(faultsOf) } }
}

function faultsOf(issue: z.core.$ZodIssue): FieldFault[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: pathText(issue.path), problem: issue.message }]
  const named = issue.keys
    .filter(repeatable)
    .map((key) => ({ path: pathText([...issue.path, key]), problem: 'is not a known field' }))
  if (named.length === issue.keys.length) return named
  return [...named, { path: pathText(issue.path), problem: 'has a field of an unknown name' }]
}

// A misspelt field is worth naming; a key that is no such thing may be somebody's number or name.
function repeatable(key: string): boolean {
  return /^[A-Za-z][A-Za-z_-]{0,39}$/.test(key)
}

function pathText(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '(body)' : path.map(String).join('.')
}
