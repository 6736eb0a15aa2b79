const CITATION = /[一二三四五](?:\([一二三四五]\))?(?:·\d+(?:[–、]\s?\d+)*)?/gu
// Names and units that are written in Latin letters in every language.
const NAMES = /\b(?:SMS|Telegram|Huixue|OpenAPI|JSON|API|CSV|XLSX|MB)\b/g
const OTHER = /[\p{Script=Han}a-zA-Z，。；：！？（）]+/u

/** The first piece of a Tibetan text that is Chinese or Latin, beside placeholders, citations and such names; or null. */
export function foreignScript(text: string): string | null {
  const bare = text
    .replace(/\{\{\w+\}\}/g, '')
    .replace(CITATION, '')
    .replace(NAMES, '')
  return OTHER.exec(bare)?.[0] ?? null
}

/** Texts that must name the other language in its own script. */
export const BOTH_SCRIPTS: ReadonlySet<string> = new Set(['simulator:page.other-language'])

/** The names of a text's placeholders, in order of the alphabet, as one word to compare. */
export function placeholdersOf(text: string): string {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .toSorted((one = '', other = '') => one.localeCompare(other))
    .join(', ')
}
