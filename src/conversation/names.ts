import type { Person } from '../register/household.ts'

/** The persons a text calls by name: by the whole name, else by the given name or half of one, else by a pet name. */
export function calledByName(persons: readonly Person[], text: string): readonly Person[] {
  for (const namesOf of [wholeName, shortNames, petNames]) {
    const called = persons.filter((person) => namesOf(person.name).some((name) => isNamedIn(text, name)))
    if (called.length > 0) return called
  }
  return []
}

/** Every form a person of this name may be called by. */
export function formsOf(name: string): readonly string[] {
  return [...wholeName(name), ...shortNames(name), ...petNames(name)]
}

function wholeName(name: string): readonly string[] {
  return name.length > 1 ? [name] : []
}

// 张小明 is called 小明; 扎西才让 扎西 or 才让. One character alone would be found in any sentence.
function shortNames(name: string): readonly string[] {
  if (!HANZI.test(name)) return []
  if (name.length === 3) return [name.slice(1)]
  return name.length === 4 ? [name.slice(0, 2), name.slice(2)] : []
}

// 刘佳 is called 小佳, 阿佳, 佳佳, 佳娃.
function petNames(name: string): readonly string[] {
  const end = name.at(-1) ?? ''
  if (!HANZI.test(name) || name.length < 2 || name.length > 3) return []
  return [`小${end}`, `阿${end}`, `${end}${end}`, `${end}娃`, `${end}儿`]
}

const HANZI = /^\p{Script=Han}+$/u

// 何玉山家 speaks of a household, not of its head.
function isNamedIn(text: string, name: string): boolean {
  const at = text.indexOf(name)
  return at >= 0 && !/^\s*(?:家|ཚང)/u.test(text.slice(at + name.length))
}
