import type { Vault } from '../../privacy/vault.ts'

// Nearly every name: nothing of it is left out, folded or made small.
const PLAIN = /^[\u4E00-\u9FFF]*$/

/** A name as it is compared: no spaces, dots or Tibetan marks, small letters. */
function comparableName(name: string): string {
  if (PLAIN.test(name)) return name
  return name
    .normalize('NFKC')
    .replace(/[\s·•.་༌།]/gu, '')
    .toLowerCase()
}

/** The blind index that a person's name is found by, under the current key. */
export function nameIndex(vault: Vault, name: string): string {
  return vault.index('name', comparableName(name))
}

/** The same under every key at hand, current first. */
export function nameIndexes(vault: Vault, name: string): readonly string[] {
  return vault.indexes('name', comparableName(name))
}

/** The blind index of a name together with the last six of an ID number; null where there is none. */
export function linkIndex(vault: Vault, name: string, idNumber: string | null): string | null {
  return idNumber === null ? null : vault.index('link', linkText(name, idNumber))
}

/** The same under every key at hand, current first. */
export function linkIndexes(vault: Vault, name: string, lastSix: string): readonly string[] {
  return vault.indexes('link', linkText(name, lastSix))
}

// A disability card carries the ID number in its first 18 signs: `readIdNumber` has cut it to those.
function linkText(name: string, idNumber: string): string {
  return `${comparableName(name)}\n${idNumber.slice(-6).toUpperCase()}`
}
