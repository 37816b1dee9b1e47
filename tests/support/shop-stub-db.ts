import { type AddressInfo, createServer, type Server } from 'node:net'

/** The part of Valkey that the api uses: counters by name. Each command and each answer is one line. */
export function startStubDb(): Promise<Server> {
  const numbers = new Map<string, number>()
  const answerTo = ([command, ...words]: string[]): string => {
    if (command === 'PING') return '+PONG'
    const name = (command?.startsWith('H') ? words.slice(0, 2) : words.slice(0, 1)).join(' ')
    const before = numbers.get(name)
    if (command === 'HSETNX') {
      numbers.set(name, before ?? Number(words[2]))
      return before === undefined ? ':1' : ':0'
    }
    const change = command === 'INCR' ? 1 : Number(words.at(-1))
    numbers.set(name, (before ?? 0) + change)
    return `:${numbers.get(name)}`
  }
  const server = createServer((socket) => {
    let received = ''
    socket.on('error', () => {})
    socket.on('data', (data) => {
      received += data
      const lines = received.split('\r\n')
      received = lines.pop() ?? ''
      for (const line of lines) socket.write(`${answerTo(line.split(' '))}\r\n`)
    })
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

export const portOf = (server: Server) => String((server.address() as AddressInfo).port)

export async function freePort(): Promise<string> {
  const server = await startStubDb()
  const port = portOf(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
