import { type Anatomy, anatomy, mayPrecede } from './anatomy.ts'

/**
 * Whether a syllable (no ་ in it) is spelt as Tibetan orthography allows: prefix, superscript, root, subscripts, vowel,
 * suffixes. Letters and stacks made for foreign words (ཊ, ྷ, ཱ, ཾ, ཧྥ) are allowed where they have no prefix or superscript.
 */
export function isLegalSyllable(syllable: string): boolean {
  return [syllable, syllable.replace(MERGED, 'འ')].some((spelling) => {
    const parts = anatomy(spelling)
    return parts !== null && (isForeign(parts) || isNative(parts))
  })
}

// མཐའི stands for མཐའ and འི.
const MERGED = /(?<=^[གདབམའ][\u0f40-\u0fbc]+)འ(?:[ིོ]|ིས)$/u

const FOREIGN = /[ཊཋཌཎཥ]|\u0f71|\u0f7e|\u0f80|\u0f7b|\u0f7d|\u0f7f/u
const SUFFIXES = /^(?:[གངབམ]ས?|[ནརལ]ད?|[དའས])?$/u
const SUBSCRIPTS: Readonly<Record<string, string>> = {
  ཡ: 'ཀཁགཔཕབམཧ',
  ར: 'ཀཁགཏཐདནཔཕབམཤསཧ',
  ལ: 'ཀགབཟརས',
  ཝ: 'ཀཁགཉཅཆཏདཚཞཟརལཤསཧཙཇ',
}
// What may hang under a root that has a superscript.
const UNDER_SUPERSCRIPT: Readonly<Record<string, string>> = {
  ར: 'ཀཡ གཡ མཡ ཙཝ',
  ལ: '',
  ས: 'ཀཡ གཡ པཡ བཡ མཡ ཀར གར ནར པར བར མར',
}
const BA_BEFORE_STACK = /^(?:ར[ཀགངཇཉཏདནཙཛ]|ལ[ཏད]|ས[ཀགངཉཏདནཙ])$/u
const WITH_HA = /^[གཌདབཛ]ཧ/u

function isForeign(parts: Anatomy): boolean {
  const stack = parts.root + parts.subscripts + parts.vowels
  const foreign = FOREIGN.test(stack) || WITH_HA.test(stack) || stack.startsWith('ཧཕ')
  return foreign && parts.prefix === '' && parts.suffixes.length <= 2
}

function isNative(parts: Anatomy): boolean {
  return (
    parts.vowels.length <= 1 &&
    isLegalHead(parts) &&
    isLegalPrefix(parts) &&
    SUFFIXES.test(parts.suffixes) &&
    !clashes(parts)
  )
}

function isLegalHead({ superscript, root, subscripts }: Anatomy): boolean {
  if (subscripts === '') return true
  if (subscripts === 'རཝ') return superscript === '' && root === 'ག'
  if (subscripts === 'ཡཝ') return superscript === '' && root === 'ཕ'
  if (superscript !== '') return (UNDER_SUPERSCRIPT[superscript] ?? '').split(' ').includes(root + subscripts)
  return (SUBSCRIPTS[subscripts] ?? '').includes(root)
}

function isLegalPrefix({ prefix, superscript, root, subscripts }: Anatomy): boolean {
  if (prefix === '') return true
  if (superscript !== '') return prefix === 'བ' && BA_BEFORE_STACK.test(superscript + root)
  if (prefix === 'བ' && subscripts !== '') return /^(?:ཀ[ཡརལ]|ག[ཡར]|ཟལ|རལ|ས[རལ])$/u.test(root + subscripts)
  if (prefix === 'ག' && subscripts !== '') return false
  return mayPrecede(prefix, root)
}

// A bare prefix and root need a suffix: མདའ, never མད read as prefix and root; འ ends only such a syllable.
function clashes({ prefix, suffixes, vowels, tail }: Anatomy): boolean {
  if (suffixes.startsWith('འ')) return suffixes !== 'འ' || tail !== '' || (prefix === '' && vowels !== '')
  return false
}
