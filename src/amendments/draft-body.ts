import { z } from 'zod'
import { CHANGES } from '../policy/parameters/change.ts'

const words = (most: number) =>
  z
    .string('must be a text')
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must be at most ${most} characters`)

/** What is proposed, as it comes from outside. */
export const DraftBody = z
  .strictObject(
    {
      name: words(100).describe('For staff; no family sees it.'),
      from: z.iso
        .date('must be a day such as 2027-09-01')
        .describe('The first day on which it holds, in Asia/Shanghai; a day before is answered as before.'),
      changes: CHANGES,
      citation: words(40)
        .regex(/^[^\p{Cc}{}｛｝]*$/u, 'must be one line without braces')
        .describe('The decision as it is cited, such as its number: families read it beside the answer.'),
      source: words(2000).describe("The decision's own words, or where they are found: for staff."),
    },
    'must be an object',
  )
  .describe('A decision that changes the plan from a day on.')

/** Why something is refused or withdrawn. */
export const RemarkBody = z
  .strictObject({ remark: words(500).describe('Why; for staff.') }, 'must be an object with a remark')
  .describe('Why it is not to be.')
