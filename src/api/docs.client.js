// The page at /docs: the description, and requests to try, in Swagger UI.
const { SwaggerUIBundle } = /** @type {{ SwaggerUIBundle: (options: object) => void }} */ (
  /** @type {unknown} */ (globalThis)
)

SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  // Swagger UI would otherwise send the description to a validator elsewhere.
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
})

// Swagger UI gives most of its fields no name, and lets no keyboard scroll its examples: that is put right as they appear.
const NAMES = /** @type {const} */ ([
  ['#servers', 'Server'],
  ['.examples-select-element', 'Example'],
  ['.body-param__text', 'Request body'],
  ['.content-type', 'Media type'],
])

/** @param {Element} field */
function nameOf(field) {
  const parameter = field.closest('[data-param-name]')?.getAttribute('data-param-name')
  return parameter ?? NAMES.find(([selector]) => field.matches(selector))?.[1] ?? 'Value'
}

function putRight() {
  for (const field of document.querySelectorAll('#docs :is(select, textarea, input):not([aria-label])')) {
    const { labels } = /** @type {HTMLSelectElement | HTMLTextAreaElement | HTMLInputElement} */ (field)
    // A label may hold nothing but its field.
    const isNamed = [...(labels ?? [])].some((label) => label.textContent !== field.textContent)
    if (!isNamed) field.setAttribute('aria-label', nameOf(field))
  }
  for (const example of document.querySelectorAll('#docs pre.microlight:not([tabindex])'))
    example.setAttribute('tabindex', '0')
}

new MutationObserver(putRight).observe(document.documentElement, { childList: true, subtree: true })
