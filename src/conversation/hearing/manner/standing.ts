/** Whether the words ask how one's own household stands on the register. */
export function asksStanding(text: string): boolean {
  return STANDING_ASKED.test(text)
}

/** What is asked beside how the household stands: 我家还算不算贫困户，能贷多少 asks 能贷多少. Null where nothing is. */
export function besideStanding(text: string): string | null {
  if (!asksStanding(text)) return null
  const rest = text
    .split(/(?<=[，。,；;？?]|།\s*)/u)
    .filter((part) => !asksStanding(part))
    .join('')
    .trim()
  return /\p{L}.*\p{L}/u.test(rest) ? rest : null
}

// 是不是贫困户才能贷款 asks of a rule, and not of oneself.
const STANDING_ASKED =
  /(?:我们?家?|咱们?家?|俺们?家?|家里|户上)[^，。,？?]{0,6}(?:算不算|是不是|在不在|还(?:算|是|在)?不)[^，。,？?]{0,6}(?:建档立卡|贫困户|名单|册)(?![^，。,？?]{0,3}[才都])|(?:我们?家?|咱们?家?|俺们?家?|家里|户上)[^，。,？?]{0,4}(?:算|是|在)[^，。,？?]{0,4}(?:建档立卡户?|贫困户|名单(?:上|里)?|册子?上?)(?:吗|不|么)(?=[，。,？?\s]|$)|(?:ང་ཚང|ང་ཚོ|ངའི་ཁྱིམ|ང་ཚོའི་ཁྱིམ)[^།]{0,40}དབུལ་པོའི་ཁྱིམ་ཚང་?[^།]{0,12}(?:ཡིན་ནམ|རེད་དམ|ཡིན་པས|རེད་པས|བརྩི་འམ|རྩི་འམ)/u
