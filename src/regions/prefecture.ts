import prefectures from './prefectures.json' with { type: 'json' }

/** A prefecture of Gansu with its outline, to be drawn within `MAP_SIZE`. `code`: the first four digits of GB/T 2260. */
export type Prefecture = {
  readonly code: string
  readonly name: string
  /** Null where no Tibetan name is attested. */
  readonly nameBo: string | null
  /** An SVG path. */
  readonly outline: string
  /** Where its name stands. */
  readonly x: number
  readonly y: number
}

/**
 * The province's prefectures in the order of their codes. Outlines: simplified to about three kilometres from the map of
 * Gansu in Apache ECharts 4.9 (Apache-2.0).
 */
export const PREFECTURES: readonly Prefecture[] = prefectures

/** Width and height of the map that the outlines make up. */
export const MAP_SIZE = { width: 1000, height: 780 } as const

/** A prefecture's name as it fits on a map, in Tibetan where it has one: 陇南市 → 陇南, 甘南藏族自治州 → 甘南, ཀན་ལྷོ. */
export function mapName({ name, nameBo }: Prefecture, language: 'zh-CN' | 'bo'): string {
  if (language === 'bo' && nameBo !== null) return nameBo.replace(/་བོད་རིགས་རང་སྐྱོང་ཁུལ$/u, '')
  return name.replace(/(?:[回藏]族自治州|市)$/u, '')
}
