/** A bare `node:http` that answers every request with one Buffer: as fast as any page from Node can be. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerParent, type FixedAnswer } from './http-process.ts'

let status = 200
let headers: string[] = []
let bytes = Buffer.alloc(0)

const server = createServer((_, response) => {
  response.writeHead(status, headers)
  response.end(bytes)
})

server.listen(0, '127.0.0.1', () => {
  answerParent((server.address() as AddressInfo).port, (answer: FixedAnswer) => {
    status = answer.status
    headers = [...answer.headers]
    bytes = Buffer.from(answer.base64, 'base64')
  })
})
