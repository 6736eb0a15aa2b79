import type { z } from 'zod'
import type { FieldFault, Result, Told } from './fault.ts'

/** `value` as `schema` has it, or every field that is not, by path (`cases.3.person.stage`), none of their values repeated. */
export function validate<T>(schema: z.ZodType<T>, value: unknown): Result<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, fault: { code: 'invalid', fields: parsed.error.issues.flatMap(faultsOf) } }
}

function faultsOf(issue: z.core.$ZodIssue): FieldFault[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ path: pathText(issue.path), problem: issue.message, told: toldBy(issue) }]
  const told = { code: 'wrong' } as const
  const named = issue.keys
    .filter(repeatable)
    .map((key) => ({ path: pathText([...issue.path, key]), problem: 'is not a known field', told }))
  if (named.length === issue.keys.length) return named
  return [...named, { path: pathText(issue.path), problem: 'has a field of an unknown name', told }]
}

function toldBy(issue: z.core.$ZodIssue): Told {
  if (issue.code === 'too_small') {
    const isOfNumbers = issue.origin === 'number' || issue.origin === 'int'
    return isOfNumbers ? { code: 'least', params: { least: Number(issue.minimum) } } : { code: 'required' }
  }
  if (issue.code === 'too_big')
    return { code: TOO_BIG[issue.origin] ?? 'most', params: { most: Number(issue.maximum) } }
  if (issue.code === 'invalid_type')
    return { code: issue.expected === 'number' || issue.expected === 'int' ? 'not-a-number' : 'wrong' }
  if (issue.code === 'invalid_format') return { code: FORMAT[issue.format] ?? 'wrong' }
  return { code: issue.code === 'invalid_value' ? 'not-one-of' : 'wrong' }
}

const TOO_BIG: Readonly<Record<string, 'too-long' | 'too-many'>> = { string: 'too-long', array: 'too-many' }
const FORMAT: Readonly<Record<string, 'not-a-day' | 'not-an-instant'>> = {
  date: 'not-a-day',
  datetime: 'not-an-instant',
}

// A misspelt field is worth naming; a key that is no such thing may be somebody's number or name.
function repeatable(key: string): boolean {
  return /^[A-Za-z][A-Za-z_-]{0,39}$/.test(key)
}

function pathText(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '(body)' : path.map(String).join('.')
}
