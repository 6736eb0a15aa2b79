/** What stands in a kept sentence where something of a person stood. The classifier reads no word in it. */
export const HIDDEN = '***'

/** What is hidden in a text: `pattern` is put as `by` says where `holding` is there. */
type Hiding = { readonly holding: RegExp; readonly pattern: RegExp; readonly by: string }

/** A text with all of these hidden, in their order. Most texts hold little of any: a look for one sign is far quicker than the search. */
export function hide(text: string, hidings: readonly Hiding[]): string {
  return hidings.reduce(
    (sofar, { holding, pattern, by }) => (holding.test(sofar) ? sofar.replace(pattern, by) : sofar),
    text,
  )
}

export const ANY_HANZI = /\p{Script=Han}/u
export const ANY_TIBETAN = /[\u0f00-\u0fff]/
export const ANY_LATIN = /[a-z]/
