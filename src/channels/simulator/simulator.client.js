// The demo telephone without reloading: texts leave by fetch, answers join the log. Without this script its forms do the same.

/** @typedef {{ text: string, segments: number, encoding: string }} Reply */

const TYPING_MS = 450
const log = /** @type {HTMLElement} */ (document.querySelector('[data-log]'))
const lines = /** @type {HTMLElement} */ (log.querySelector('ol'))
const suggestions = /** @type {HTMLElement} */ (document.querySelector('.suggestions'))
const field = /** @type {HTMLTextAreaElement} */ (document.getElementById('text'))

/** One text at a time, in the order they were sent. */
let last = Promise.resolve()

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset.send === undefined) return
  event.preventDefault()
  const data = new FormData(form, event.submitter)
  const text = /** @type {string} */ (data.get('text'))
  if (text.trim() === '') return
  form.reset()
  const sent = add('sent', text)
  last = last.then(() => exchange(/** @type {string} */ (data.get('persona')), text, sent))
})

field.addEventListener('keydown', (event) => {
  // An input method's own Enter picks a word.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  field.form?.requestSubmit()
})

// A mouse's wheel turns one way only.
suggestions.addEventListener('wheel', (event) => {
  if (event.deltaX === 0) suggestions.scrollLeft += event.deltaY
})

/**
 * @param {string} persona
 * @param {string} text
 * @param {HTMLElement} sent
 */
async function exchange(persona, text, sent) {
  const typing = add('typing')
  try {
    const [replies] = await Promise.all([
      post(persona, text),
      new Promise((done) => setTimeout(done, TYPING_MS)),
    ])
    typing.remove()
    for (const reply of replies) addReply(reply)
    if (replies.length === 0) add('silence')
    showFrom(sent)
  } catch {
    typing.remove()
    add('failed')
    if (field.value === '') field.value = text
  }
}

/**
 * @param {string} persona
 * @param {string} text
 * @returns {Promise<readonly Reply[]>}
 */
async function post(persona, text) {
  const response = await fetch('/simulator/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona, text }),
  })
  if (!response.ok) throw new Error(`${response.status}`)
  return /** @type {{ replies: readonly Reply[] }} */ (await response.json()).replies
}

/** @param {Reply} reply */
function addReply({ text, segments, encoding }) {
  const line = add('reply', text)
  const pattern = document.getElementById('reply')?.dataset.segments ?? ''
  const count = line.querySelector('small')
  if (count !== null)
    count.textContent = pattern.replace('{segments}', String(segments)).replace('{encoding}', encoding)
}

/**
 * Adds a line made from the template of this name, and shows it.
 * @param {string} name
 * @param {string} [text]
 */
function add(name, text) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(name))
  const line = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true))
  const words = line.querySelector('.words')
  if (words instanceof HTMLElement && text !== undefined) {
    words.textContent = text
    words.lang = /[\u0f00-\u0fff]/.test(text) ? 'bo' : 'zh-CN'
  }
  lines.querySelector('.empty')?.remove()
  lines.append(line)
  log.scrollTop = 0
  return line
}

/** Brings a question to the top where its answers are longer than the screen. @param {HTMLElement} line */
function showFrom(line) {
  log.scrollTop += line.getBoundingClientRect().top - log.getBoundingClientRect().top - 12
}
