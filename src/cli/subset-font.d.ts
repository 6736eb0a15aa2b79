declare module 'subset-font' {
  /** The part of a font that sets these letters, with every glyph that it makes of them. */
  export default function subsetFont(
    font: Uint8Array,
    letters: string,
    options: { readonly targetFormat: 'woff2'; readonly preserveNameIds: readonly number[] },
  ): Promise<Uint8Array>
}
