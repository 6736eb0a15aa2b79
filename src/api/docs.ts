import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

// No script, style, picture or request but our own.
const CONTENT_SECURITY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>惠学 Huixue · API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/swagger-ui/swagger-ui.css">
<link rel="stylesheet" href="/assets/docs.css">
<script defer src="/assets/swagger-ui/swagger-ui-bundle.js"></script>
<script defer src="/assets/docs.client.js"></script>
</head>
<body>
<div id="docs"><main><p>The description itself: <a href="/openapi.json">openapi.json</a>.</p></main></div>
</body>
</html>
`

/** `/docs`: the API's description to read and try, all of it served from here. */
export function docsPage(): Hono {
  const app = new Hono()
  app.get('/docs', secureHeaders({ contentSecurityPolicy: CONTENT_SECURITY }), (c) => c.html(PAGE))
  return app
}
