import type { TextKey } from '../../i18n/texts.ts'
import type { Localised } from '../../register/office.ts'

/** One text to be put into words: a key, and what fills its placeholders. */
export type Text = { readonly key: TextKey; readonly params?: Readonly<Record<string, Param>> }

/**
 * A name stands as it is written, fitted to the script around it; a county (by its code) as each language calls it;
 * a list is joined as the language joins lists; an office's words stand in the language, or else in Chinese as written;
 * what is quoted stands as it is by itself.
 */
export type Param =
  | string
  | number
  | Text
  | { readonly name: string }
  | { readonly county: string }
  | { readonly list: readonly Text[] }
  | { readonly words: Localised }
  | { readonly quoted: Text }

/** A line of an answer: whole sentences that belong together. */
export type Line = readonly Text[]

/** A question's choices, by the number that answers them. */
export type Choice = {
  readonly number: number
  readonly label: TextKey
  readonly params?: Text['params']
}

/**
 * An answer as data. `lines` go from the most important to the least: what does not fit waits behind "more".
 * `closing` (a question, a promise) is always shown. `span` tells how much room the answer may take.
 */
export type Reply = {
  readonly lines: readonly Line[]
  readonly closing?: readonly Line[]
  readonly choices?: readonly Choice[]
  readonly span: 'one' | 'many'
  /** One's own telephone, shared, would help: a chat offers a button for it. */
  readonly asksContact?: true
}

/** One text by its key. */
export function say(key: TextKey, params?: Text['params']): Text {
  return params === undefined ? { key } : { key, params }
}

/** Texts not told before; from now on they are. */
export function news(texts: readonly Text[], told: Set<string>): readonly Text[] {
  return texts.filter((text) => {
    const key = JSON.stringify(text)
    if (told.has(key)) return false
    told.add(key)
    return true
  })
}
