import type { Person } from '../../register/household.ts'
import type { Ask } from '../asking/questions.ts'
import { officeFor, type Scene, whoFor } from '../scene.ts'
import { type Line, say } from '../words/reply.ts'

/** Of whom no record tells the school: that what they get is open, and, where nothing is asked, who can tell. */
export function schoolOpenLines(scene: Scene, persons: readonly Person[], ask: Ask | null): readonly Line[] {
  if (persons.length === 0) return []
  const who = {
    list: persons.map((person) => say('conversation:who.named', { name: whoFor(scene, person) })),
  }
  const open = [say('conversation:benefits.open', { who })]
  return ask === null ? [open, [say('conversation:status.whom', { office: officeFor(scene) })]] : [open]
}
