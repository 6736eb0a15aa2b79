/** STAND-IN */
export function readWylie(_text: string): string | null {
  return null
}
