/** A Messages resource that takes everything at once: a process of its own, so that what is measured is who sends. */
import { createServer } from 'node:http'

let nth = 0
const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const sid = `SM${(nth++).toString(16).padStart(32, '0')}`
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sid }))
  })
})
server.listen(Number(process.argv[2]), '127.0.0.1')
