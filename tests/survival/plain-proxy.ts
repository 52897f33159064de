import { createServer, request, type Server } from 'node:http'

export interface PlainProxy {
  url: string
  /** Replaces the list of ports behind it. */
  behind(ports: number[]): void
  close(): Promise<void>
}

/** What an operator puts in front of two web processes: takes turns, and answers 502 when the one whose turn it is is gone. */
export async function plainProxy(ports: number[]): Promise<PlainProxy> {
  let backends = ports
  let turn = 0
  const server: Server = createServer((incoming, outgoing) => {
    const port = backends[turn++ % backends.length]!
    const onward = request(
      { port, host: '127.0.0.1', method: incoming.method, path: incoming.url, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
        answer.on('error', () => outgoing.destroy())
      },
    )
    onward.on('error', () => {
      if (!outgoing.headersSent) outgoing.writeHead(502)
      outgoing.end()
    })
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    behind(next) {
      backends = next
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
