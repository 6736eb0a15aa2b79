/** Names features piece by piece: `empty` with `text` added to it, and more to what that gives. */
export type Naming<Name> = {
  readonly empty: Name
  readonly add: (before: Name, text: string) => Name
}

/** Names written out: what training works with, and what the stored models list. */
export const written: Naming<string> = { empty: '', add: (before, text) => before + text }

/**
 * Names digested to 32 bits (FNV-1a): a message has a few hundred, and to make and look up each as a text costs most of
 * understanding it. The tests hold that no two stored names have one digest; should training ever bring such a pair,
 * another number to begin with parts it.
 */
export const digested: Naming<number> = {
  empty: 0x811c9dc5 | 0,
  add: (before, text) => {
    let digest = before
    for (let at = 0; at < text.length; at++) digest = Math.imul(digest ^ text.charCodeAt(at), 0x01000193)
    return digest
  },
}
