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
