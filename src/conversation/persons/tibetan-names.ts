import PARTS from './tibetan-names.json' with { type: 'json' }

/**
 * The forms in the other script of a name that stands in hanzi or in Tibetan: 扎西才让 is བཀྲ་ཤིས་ཚེ་རིང, and the other way
 * round. None where a part of it is not in the table: a name half read would be another's.
 */
export function otherScript(name: string): readonly string[] {
  const plain = name.trim().replace(/[་།\s]+$/u, '')
  if (/^\p{Script=Han}+$/u.test(plain)) return spelt(plain, HANZI, '').map(({ other }) => other.join('་'))
  if (!/^[\p{Script=Tibetan}]+$/u.test(plain)) return []
  return spelt(plain, TIBETAN, '་').map(({ other }) => other.join(''))
}

type Part = { readonly own: string; readonly other: string }
type Parts = ReadonlyMap<string, readonly Part[]>
type Spelling = { readonly other: readonly string[] }

// Every way to read a name as parts of the table from its beginning to its end.
function spelt(name: string, parts: Parts, joint: string): readonly Spelling[] {
  if (name === '') return [{ other: [] }]
  return (parts.get(name.charAt(0)) ?? []).flatMap(({ own, other }) => {
    if (!name.startsWith(own)) return []
    const rest = name.slice(own.length)
    // A Tibetan part ends where a syllable does.
    if (joint !== '' && rest !== '' && !rest.startsWith(joint)) return []
    return spelt(rest.slice(rest === '' ? 0 : joint.length), parts, joint).map((one) => ({
      other: [other, ...one.other],
    }))
  })
}

const HANZI = byFirst(PARTS.flatMap(({ bo, zh }) => zh.flatMap((own) => bo.map((other) => ({ own, other })))))
const TIBETAN = byFirst(
  PARTS.flatMap(({ bo, zh }) => bo.flatMap((own) => zh.map((other) => ({ own, other })))),
)

function byFirst(parts: readonly Part[]): Parts {
  return Map.groupBy(parts, ({ own }) => own.charAt(0))
}
