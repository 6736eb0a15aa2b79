declare module 'jsewts' {
  /** Extended Wylie to Tibetan script; `warnings` receives what was not strict Wylie. Source: jsewts 1.0.4. */
  const jsEWTS: {
    fromWylie(text: string, options: { readonly sloppy: boolean } | undefined, warnings: string[]): string
  }
  export default jsEWTS
}
