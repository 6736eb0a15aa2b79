/** The whole font, within its package. */
export const WHOLE_FONT = 'files/noto-serif-tibetan-tibetan-400-normal.woff2'

/**
 * The letters that texts of our days are written in, as the `unicode-range` of the stylesheets: without the long vowels and
 * the letters of Sanskrit, whose stacks are most of the font. The first page is to come over a slow line.
 */
export const EVERYDAY =
  'U+0F0B-0F0D, U+0F11, U+0F14, U+0F20-0F29, U+0F3C-0F3D, U+0F40-0F42, U+0F44-0F47, U+0F49, U+0F4F-0F51, U+0F53-0F56, ' +
  'U+0F58-0F5B, U+0F5D-0F64, U+0F66-0F68, U+0F72, U+0F74, U+0F7A, U+0F7C, U+0F90, U+0F92, U+0F94, U+0F97, U+0F99, ' +
  'U+0F9F, U+0FA1, U+0FA3, U+0FA4, U+0FA6, U+0FA8, U+0FA9, U+0FAB, U+0FAD, U+0FB1-0FB3, U+0FB7'

/** Every letter of a `unicode-range`. */
export function lettersOf(range: string): string {
  return range
    .split(',')
    .flatMap((part) => {
      const [from = '', to = from] = part.trim().slice('U+'.length).split('-')
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)]
      return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
    })
    .join('')
}
