import { languageOf } from '../http/document.tsx'
import { type Language, textsIn } from '../i18n/texts.ts'
import { COUNTIES } from '../regions/county.ts'
import { addressOf, nameIn, publicPage } from './frame.tsx'

/** Every county's page, by prefecture. No figure stands here: a sum would tell the small groups that the pages hide. */
export function countiesPage(language: Language) {
  const say = textsIn(language)
  const byPrefecture = Map.groupBy(COUNTIES, ({ prefecture }) => prefecture)
  return publicPage({
    language,
    title: say('public:all-title'),
    children: (
      <>
        <p class="lead">{say('public:all-lead')}</p>
        <dl class="counties">
          {[...byPrefecture].map(([prefecture, counties]) => (
            <>
              <dt lang="zh-CN">{prefecture}</dt>
              <dd>
                {counties.map((county) => {
                  const name = nameIn(language, county)
                  return (
                    <a href={addressOf(county.code, language)} lang={languageOf(name)}>
                      {name}
                    </a>
                  )
                })}
              </dd>
            </>
          ))}
        </dl>
      </>
    ),
  })
}

/** What is told of a county that is none of Gansu's. */
export function noCountyPage(language: Language) {
  const say = textsIn(language)
  return publicPage({
    language,
    title: say('public:no-county'),
    children: (
      <p class="lead">
        <a href={addressOf('', language)}>{say('public:all-title')}</a>
      </p>
    ),
  })
}
