/** What a broadcast's text may leave open, to be filled for each family. */
export const PLACEHOLDERS = ['child', 'programme', 'sum', 'window', 'county', 'stop'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

/** A text of a broadcast in one language, read: words and placeholders by turns. */
export type Template = readonly (string | { readonly of: Placeholder })[]

type TemplateProblem = 'stray-brace' | 'unknown-placeholder'

const BRACED = /\{\{\s*([\w.-]*)\s*\}\}/
// Also as a Chinese keyboard writes them.
const BRACE = /[{}｛｝]/

/** Reads a text; `problem` says what is wrong with it in words for the one who wrote it. */
export function readTemplate(
  text: string,
):
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly problem: string; readonly code: TemplateProblem } {
  const template: (string | { of: Placeholder })[] = []
  // Split by a pattern with a group, the odd parts are the names.
  for (const [at, part] of text.split(BRACED).entries()) {
    if (at % 2 === 0) {
      if (BRACE.test(part))
        return {
          ok: false,
          problem: 'has a brace that is no placeholder such as {{child}}',
          code: 'stray-brace',
        }
      if (part !== '') template.push(part)
      continue
    }
    const name = PLACEHOLDERS.find((known) => known === part)
    if (name === undefined) return { ok: false, problem: `may hold only ${ALL}`, code: 'unknown-placeholder' }
    template.push({ of: name })
  }
  return { ok: true, template }
}

const ALL = PLACEHOLDERS.map((name) => `{{${name}}}`).join(', ')

/** The placeholders of a text, each once. */
export function placeholdersIn(template: Template): readonly Placeholder[] {
  return [...new Set(template.flatMap((part) => (typeof part === 'string' ? [] : [part.of])))]
}

/** The text with its placeholders filled; every one of them must have a value. */
export function filled(template: Template, values: Readonly<Partial<Record<Placeholder, string>>>): string {
  return template.map((part) => (typeof part === 'string' ? part : (values[part.of] ?? ''))).join('')
}
