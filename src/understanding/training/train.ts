import { writeFileSync } from 'node:fs'
import type { StoredModels } from '../classifier/classify.ts'
import type { Language } from '../types.ts'
import { writeCommonPairs } from './common-pairs.ts'
import { writeCommonSyllables } from './common-syllables.ts'
import { dataFolder, trainingExamples } from './corpus.ts'
import { fitModels } from './fit-models.ts'
import { writeHomophones, writePinyinTable } from './pinyin.ts'

const LEXICON = new URL('../lexicon/', import.meta.url)

writePinyinTable(new URL('pinyin-words.txt', dataFolder('zh-CN')), new URL('zh/pinyin.json', LEXICON))
writeHomophones(new URL('homophone-words.txt', dataFolder('zh-CN')), new URL('zh/homophones.json', LEXICON))
writeCommonSyllables(
  [new URL('bo/', LEXICON), dataFolder('bo')],
  new URL('../tibetan/common-syllables.json', import.meta.url),
)
writeCommonPairs(trainingExamples('zh-CN'), new URL('../anonymity/common-pairs.json', import.meta.url))
const models: Record<Language, StoredModels> = {
  'zh-CN': fitModels(trainingExamples('zh-CN'), 'zh-CN'),
  bo: fitModels(trainingExamples('bo'), 'bo'),
}
writeFileSync(new URL('../model.generated.json', import.meta.url), `${JSON.stringify(models)}\n`)
