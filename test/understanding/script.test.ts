import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/understanding/script.ts'

describe('text is normalised to one script', () => {
  it.each([
    ['ＳＴＯＰ', 'stop'],
    ['孩子上幼兒園能免多少錢？？？', '孩子上幼儿园能免多少钱?'],
    ['①', '1'],
    ['2️⃣', '2'],
    ['你好👋🏻', '你好'],
    ['<b>学费</b>', '学费'],
    ['学\u200b费\u0007', '学费'],
    ['youeryuan', '幼儿园'],
    ['you er yuan mianfei ma', '幼儿园免费吗'],
    ['yòu ér yuán', '幼儿园'],
    ['daikuan', '贷款'],
    ['xuefei', '学费'],
    ['STOP', 'stop'],
    ['how do I apply?', 'how do i apply?'],
    ['', ''],
  ])('%j becomes %j', (text, normal) => {
    expect(normalise(text)).toBe(normal)
  })
})
