import { describe, expect, it } from 'vitest'
import { readExamples, readFolder } from '../../../src/understanding/training/examples.ts'
import { understand } from '../../../src/understanding/understand.ts'
import { readLabelled } from '../labelled.ts'
