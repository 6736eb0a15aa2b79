import type { Fault, FieldFault } from '../../fault.ts'
import { isTextKey, type Language, textsIn } from '../../i18n/texts.ts'

/** What a page calls a field itself, by its path; null: as it is called everywhere. */
type LabelOf = (path: string) => string | null

/** What is wrong, a line a field, in the page's language; never in the words meant for the API. */
export function faultLines(
  language: Language,
  { code, fields = [] }: Fault,
  labelOf: LabelOf = () => null,
): readonly string[] {
  if (fields.length === 0) return [textsIn(language)(`faults:code.${code}`)]
  return [...new Set(fields.map((field) => fieldLine(language, field, labelOf(field.path))))]
}

type Listed = { readonly language: Language; readonly fault: Fault; readonly labelOf?: LabelOf }

/** The same as a list. */
export function FaultLines({ language, fault, labelOf }: Listed) {
  return (
    <ul>
      {faultLines(language, fault, labelOf).map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

function fieldLine(
  language: Language,
  { path, told = { code: 'wrong' } }: FieldFault,
  label: string | null,
): string {
  const say = textsIn(language)
  const problem = say(`faults:problem.${told.code}`, told.params)
  if (label !== null) return say('faults:line', { field: label, problem })
  const key = `faults:field.${fieldOf(path)}`
  return isTextKey(key) ? say('faults:line', { field: say(key), problem }) : problem
}

// Where in a list of changes it is, and that it is of an audience, a form's reader sees by what is said of it.
function fieldOf(path: string): string {
  return path.replace(/^audience\./, '').replace(/^changes\.\d.*$/, 'changes')
}
