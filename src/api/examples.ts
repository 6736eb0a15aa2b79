/** A child in a county of the plan, in kindergarten at home. */
export const CASE = {
  asOf: '2017-09-01',
  household: { registered: true, county: '621223', rural: true, village: { poor: true, population: 900 } },
  person: {
    birthDate: '2012-03-01',
    stage: 'preschool',
    finalYear: null,
    schoolPlace: 'home-county',
    completed: null,
    occupation: null,
  },
}

/** Little is known: most answers name what is missing. */
export const PUPIL = { person: { stage: 'senior', finalYear: true } }

/** How much less does a child in kindergarten pay? */
export const TEXT = { text: '娃娃上幼儿园能免多少钱' }
