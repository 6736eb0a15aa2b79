/**
 * A Messages resource in a process of its own that takes everything at once. `GET`: how many since it was last forgotten
 * (`DELETE`), and when the first came, in milliseconds of the epoch.
 */
import { createServer } from 'node:http'

let nth = 0
let taken: { count: number; firstAt: number | null } = { count: 0, firstAt: null }
const server = createServer((request, response) => {
  if (request.method !== 'POST') {
    response.end(JSON.stringify(taken))
    if (request.method === 'DELETE') taken = { count: 0, firstAt: null }
    return
  }
  taken = { count: taken.count + 1, firstAt: taken.firstAt ?? Date.now() }
  request.resume()
  request.on('end', () => {
    const sid = `SM${(nth++).toString(16).padStart(32, '0')}`
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sid }))
  })
})
server.listen(Number(process.argv[2]), '127.0.0.1')
