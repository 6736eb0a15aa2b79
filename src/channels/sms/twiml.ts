/**
 * TwiML that answers with these texts, in order; with none, an empty response, which Twilio takes as silence.
 * Written out here, as the `twilio` package's builder (the reference in the tests) brings a whole XML library along.
 */
export function twiml(replies: readonly string[]): string {
  const messages = replies.map((reply) => `<Message>${escapeXml(reply)}</Message>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>${messages === '' ? '<Response/>' : `<Response>${messages}</Response>`}`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' }

function escapeXml(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? character)
}
