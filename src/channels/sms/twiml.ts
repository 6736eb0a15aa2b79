import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js'

/** TwiML that answers with these texts, in order; with none, an empty response, which Twilio takes as silence. */
export function twiml(replies: readonly string[]): string {
  const response = new MessagingResponse()
  for (const reply of replies) response.message(reply)
  return response.toString()
}
