import { writeSample } from './register/sample.ts'
await writeSample('/tmp/s100.csv', 100000)
