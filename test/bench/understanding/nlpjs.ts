import { NlpManager } from 'node-nlp'
import type { Example } from '../../../src/understanding/training/examples.ts'
import { type Code, labelOf, REFUSED } from './sets.ts'

/** nlp.js as its guide has it, with a class for each intent and topic; what it is not sure of it calls `None`. */
export async function trainNlpjs(
  code: Code,
  examples: readonly Example[],
): Promise<(text: string) => Promise<string>> {
  const manager = new NlpManager({ languages: [code], forceNER: false, autoSave: false, nlu: { log: false } })
  for (const example of examples) manager.addDocument(code, spaced(example.text), labelOf(example))
  await manager.train()
  return async (text) => {
    const { intent } = await manager.process(code, spaced(text))
    return intent === 'None' ? REFUSED : intent
  }
}

// It knows no Tibetan and takes a sentence for one word: the tsheg and the shad become the spaces it looks for.
function spaced(text: string): string {
  return text.replace(/[་།༌]+/g, ' ')
}
