const OTHER = /[^\p{L}\p{N}\p{M}+]+/gu

/** Chinese text by characters, marks and spaces set aside; a run of Latin letters or digits stays whole. */
export function hanziUnits(text: string): string[] {
  return text.replace(OTHER, ' ').match(/[a-z]+|[0-9]+|[^\s]/gu) ?? []
}

/** Latin text by words. */
export function latinUnits(text: string): string[] {
  return text.replace(/'/g, '').match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []
}
