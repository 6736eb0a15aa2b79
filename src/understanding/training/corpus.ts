import { detectLanguage } from '../language.ts'
import { normalise } from '../script.ts'
import type { Language } from '../types.ts'
import { inContext } from './contexts.ts'
import { type Example, readFolder, readLabelled } from './examples.ts'
import tibetanSentences from './sentences-bo.json' with { type: 'json' }
import chineseSentences from './sentences-zh.json' with { type: 'json' }
import { sentenceExamples } from './sentences.ts'
import { templateExamples } from './templates.ts'
import tibetanTemplates from './templates-bo.json' with { type: 'json' }
import chineseTemplates from './templates.json' with { type: 'json' }

const DATA = new URL('data/', import.meta.url)

/**
 * All labelled sentences a language's models learn from, or those of `wanted` files and the generated; those of the other
 * language's script are left out.
 */
export function trainingExamples(language: Language, wanted?: (file: string) => boolean): Example[] {
  const own = [...readFolder(dataFolder(language), wanted), ...generated(language)].filter(isOwn)
  return [...own, ...inContext(own, language), ...readLabelled(dataFolder(language)).filter(isOwn)]

  function isOwn({ text }: Example): boolean {
    return detectLanguage(normalise(text)) === language
  }
}

/** Where a language's written sentences lie. */
export function dataFolder(language: Language): URL {
  return new URL(language === 'bo' ? 'bo/' : 'zh/', DATA)
}

function generated(language: Language): Example[] {
  return language === 'bo'
    ? [...templateExamples(tibetanTemplates), ...sentenceExamples(tibetanSentences)]
    : [...templateExamples(chineseTemplates), ...sentenceExamples(chineseSentences)]
}
