/** Whether a year named is not the last of its school: 初二, 高一. */
export function notLastYear(text: string): boolean {
  return EARLIER_YEARS.test(text)
}

const EARLIER_YEARS =
  /初[一二]|高[一二](?![点个样])|[七八]年级|(?:中职|职校|职高|中专|技校)[一二]年级|(?:འབྲིང|ལས་སློབ|ལས་རིགས་སློབ་གྲྭའི?)་(?:གྱི་)?ལོ་རིམ་(?:དང་པོ|གཉིས་པ)/u
