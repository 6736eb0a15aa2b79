/** What a contact's sealed address is bound to. */
export function placeOfContact(id: string): string {
  return `contacts/${id}`
}

/** What a contact's sealed session is bound to. */
export function placeOfSession(contact: string): string {
  return `sessions/${contact}`
}
