// What a broadcast's texts take as SMS, while they are typed. Without this script the count of the whole form tells it.

const REST_MS = 300
const form = /** @type {HTMLFormElement} */ (document.querySelector('[data-measure]'))

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting
let asking = new AbortController()

form.addEventListener('input', () => {
  // What is still on its way tells of a text that is no more.
  asking.abort()
  clearTimeout(waiting)
  waiting = setTimeout(measure, REST_MS)
})

async function measure() {
  asking = new AbortController()
  const { signal } = asking
  try {
    const response = await fetch(form.dataset.measure ?? '', {
      method: 'POST',
      body: new FormData(form),
      redirect: 'error',
      signal,
    })
    if (response.ok) show(await response.text())
  } catch {
    // Figures that are late: nothing of the form is lost.
  }
}

/** Puts each part of an answer where the page has it. @param {string} answer */
function show(answer) {
  const parts = new DOMParser().parseFromString(answer, 'text/html')
  for (const fresh of parts.querySelectorAll('[data-live]'))
    document.getElementById(fresh.id)?.replaceChildren(...fresh.childNodes)
}
