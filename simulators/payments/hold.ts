import type { Socket } from 'node:net'
import type { FastifyReply } from 'fastify'

export type Held = ReturnType<typeof holdConnections>

/** Connections that never get their answer: cut after `milliseconds`, or when the server closes. */
export function holdConnections(milliseconds: number) {
  const held = new Set<Socket>()

  function hold(reply: FastifyReply, until = milliseconds) {
    reply.hijack()
    const { socket } = reply.request.raw
    const timer = setTimeout(() => socket.destroy(), until)
    held.add(socket)
    socket.once('close', () => {
      clearTimeout(timer)
      held.delete(socket)
    })
  }

  function cut() {
    for (const socket of held) socket.destroy()
  }
  return { hold, cut }
}
