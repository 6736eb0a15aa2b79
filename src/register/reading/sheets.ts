import { strFromU8, unzipSync } from 'fflate'

const WORKBOOK = 'xl/workbook.xml'
const SHEET = /<(?:\w+:)?sheet\s[^>]*>/g
const IS_HIDDEN = /\sstate=["'](?:hidden|veryHidden)["']/

/** The places of a workbook's sheets that are seen by who opens it, in its order; of one that hides all, or tells none, the first. */
export function sheetsOf(bytes: Uint8Array): readonly number[] {
  const sheets = workbookIn(bytes).match(SHEET) ?? []
  const seen = sheets.flatMap((sheet, place) => (IS_HIDDEN.test(sheet) ? [] : [place]))
  return seen.length > 0 ? seen : [0]
}

// What is broken is told by who reads the rows.
function workbookIn(bytes: Uint8Array): string {
  try {
    const found = unzipSync(bytes, { filter: ({ name }) => name === WORKBOOK })[WORKBOOK]
    return found === undefined ? '' : strFromU8(found)
  } catch {
    return ''
  }
}
