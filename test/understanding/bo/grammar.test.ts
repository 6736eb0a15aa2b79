import { describe, expect, it } from 'vitest'
import { grammarFaults } from '../../../src/understanding/tibetan/grammar.ts'

describe('Tibetan grammar', () => {
  it.each([
    'ཁྱེད་ཀྱི་ཐོ་ལྟར་འཆར་གཞིས་ཡིག་ཆ་ཉར།',
    'རྫོང་གི་ལས་ཁུངས་ཀྱིས་ལག་བསྟར་བྱེད།',
    'རྣམ་གྲངས་ཤིག་འདྲི་ཆོག དེ་ནས་རྒྱུ་མཚན་འདྲི་རོགས།',
    'ད་ནས་བཟུང་འཕྲིན་མི་གཏོང་།',
    'ཁྱེད་ཚང་དབུལ་པོ་ཡིན་ནམ།',
    '{{who}}ལ་ལས་ཀ་གང་ཡོད།',
    'ཟླ་{{month}}པར་བསྐྲུན།',
    'འོན་ཀྱང་ནམ་ཡང་འདྲི་ཆོག',
    'སུ་ཡིན་ངོས་ཟིན་མི་རུང་བའི་ཕྱིར་རོ།',
    'ངས་མ་གོ། སློབ་ལོ།',
    'ཚད་དུ་སླེབས་ཤིང་ཐོ་ཡང་ཡོད།',
    'ཀན་སུའུ་ཞིང་ཆེན་གྱི་འགྲོ་ལམ།',
    'བྱས་ནས་ཡང་བསྐྱར་གཏོང་རོགས།',
    'ཆག་ཡང་ཡོད། “{{papers}}”ཞེས་བྲིས།',
    'ལོ་3ནས་6བར་འབུལ་ལམ།',
  ])('finds nothing wrong with %s', (text) => {
    expect(grammarFaults(text)).toEqual([])
  })

  it.each([
    ['ཁྱེད་གྱི་ཐོ།', 'གྱི does not follow ཁྱེད'],
    ['རྫོང་གྱིས་བཤད།', 'གྱིས does not follow རྫོང'],
    ['རྣམ་གྲངས་ཅིག་འདྲི།', 'ཅིག does not follow གྲངས'],
    ['གྲོང་གསེབ་དུ་འགྲོ།', 'དུ does not follow གསེབ'],
    ['དབུལ་པོ་ཡིན་དམ།', 'དམ does not follow ཡིན'],
    ['ལོ་ལོན་ཅིང་འགྲོ།', 'ཅིང does not follow ལོན'],
    ['ཐོ་ཡོད་ཞིང་འགྲོ།', 'ཞིང does not follow ཡོད'],
    ['ལོ་ལོན་ཤིང་འགྲོ།', 'ཤིང does not follow ལོན'],
    ['སློབ་མས་ཡང་འགྲོ།', 'ཡང does not follow མས'],
    ['སློབ་མ་ཀྱང་འགྲོ།', 'ཀྱང does not follow མ'],
    ['དངུལ་སྤྲོད་སྟེ་འགྲོ།', 'སྟེ does not follow སྤྲོད'],
    ['ཐོ་ཡོད་རོ།', 'རོ does not follow ཡོད'],
    ['དེ་ལྟར་ཡིན་དོ།', 'དོ does not follow ཡིན'],
    ['དངུལ་ཐོབ་ལམ།', 'ལམ does not follow ཐོབ'],
    ['“རྒྱ་སྐད”ཡང་བྲིས།', 'ཡང does not follow སྐད'],
    ['“{{word}}”ཡང་བྲིས།', 'ཡང depends on what fills {{word}}'],
    ['མི་20གི་མིང་།', 'གི depends on how one reads 20'],
    ['{{office}}ཡིས་བཤད།', 'ཡིས depends on what fills {{office}}'],
    ['ལམའི་མིང་།', 'not a legal syllable: ལམའི'],
    ['རྙེདད་པ།', 'not a legal syllable: རྙེདད'],
    ['འཕྲིན་མི་གཏོང།', 'ང before a shad keeps its tsheg'],
    ['ཐོ་མེད་།', 'a tsheg before a shad that needs none'],
    ['འདྲི་ཆོག།', 'no shad after ཀ and ག'],
    ['ཡོད།མེད།', 'no space after a shad'],
    ['ཡོད། ༡༠།', 'digits are written 0 to 9'],
    ['ཁྱེད་ ཚང་།', 'a tsheg before a space or an end'],
    ['ཁྱེད ཚང་།', 'a space within a sentence'],
  ])('finds what is wrong with %s', (text, fault) => {
    expect(grammarFaults(text)).toContain(fault)
  })
})
