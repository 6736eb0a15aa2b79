import { text } from 'node:stream/consumers'
import { understand } from '../understand.ts'

// A program of its own: what it understands by is the model that lies beside it. Texts in as JSON, answers out.
const texts = JSON.parse(await text(process.stdin)) as readonly string[]
const answers = texts.map((one) => {
  const { intent, topic } = understand(one)
  return { intent, topic }
})
process.stdout.write(JSON.stringify(answers))
