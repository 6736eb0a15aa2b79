/** Names a feature piece by piece: the name so far (null at the beginning) with `text` after it. */
export type Naming<Name> = (before: Name | null, text: string) => Name

/** Names written out: what training works with, and what the stored models list. */
export const written: Naming<string> = (before, text) => (before ?? '') + text

/**
 * Names digested to 32 bits (FNV-1a): a message has a few hundred, and to make and look up each as a text costs most of
 * understanding it. The tests hold that no two stored names have one digest; should training ever bring such a pair,
 * another number to begin with parts it.
 */
export const digested: Naming<number> = (before, text) => {
  let digest = before ?? 0x811c9dc5
  for (let at = 0; at < text.length; at++) digest = Math.imul(digest ^ text.charCodeAt(at), 0x01000193)
  return digest
}
