import { mapName, PREFECTURES } from '../regions/prefecture.ts'

/** The first four digits of the code of the prefecture of Gansu that a text names, in either language; null where none is. */
export function prefectureIn(text: string): string | null {
  const named = PREFECTURES.find((one) =>
    [
      mapName(one, 'zh-CN'),
      ...(one.nameBo === null ? [] : [mapName(one, 'bo')]),
      ...(ALSO[one.code] ?? []),
    ].some((name) => text.includes(name)),
  )
  return named?.code ?? null
}

// As Tibetan writes them by ear.
const ALSO: Readonly<Record<string, readonly string[]>> = {
  '6201': ['ལན་ཀྲོའུ', 'ལན་ཀྲུ', 'ལན་གྲུ', 'ལན་ཇོའུ'],
  '6205': ['ཐེན་ཧྲུའི', 'ཐེན་ཧྲུའུ'],
}
