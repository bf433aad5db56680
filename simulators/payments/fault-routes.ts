import type { FastifyPluginCallback } from 'fastify'
import { kindsOf, overbooked, type Plan, type Step } from './faults.ts'
import { refuse } from './reply.ts'
import type { Room } from './room.ts'
import { planShape, scriptShape } from './shapes.ts'

/** How the sandbox is told to misbehave, and shows what it did. Every answer is what is set from then on. */
export function faultRoutes({ faults, mishaps }: Room): FastifyPluginCallback {
  return (app, _options, ready) => {
    app.get('/faults', () => faults.show())
    app.put<{ Body: Partial<Plan> }>('/faults', { schema: { body: planShape } }, ({ body }, reply) => {
      const operation = overbooked(body.rates ?? {})
      if (operation) return refuse(reply, tooOften(operation))
      faults.plan(body)
      return faults.show()
    })
    app.delete('/faults', () => {
      faults.clear()
      mishaps.release()
      return faults.show()
    })
    app.put<{ Body: { steps: Step[] } }>(
      '/faults/script',
      { schema: { body: scriptShape } },
      ({ body: { steps } }, reply) => {
        const odd = steps.find(
          ({ operation, fault }) => fault !== 'none' && !kindsOf[operation].includes(fault),
        )
        if (odd) return refuse(reply, impossible(odd))
        faults.script(steps)
        return faults.show()
      },
    )
    ready()
  }
}

const tooOften = (operation: string) => ({
  status: 422,
  refused: 'invalid_request',
  message: `the rates of what can happen to ${operation} add up to more than 1`,
})

const impossible = ({ operation, fault }: Step) => ({
  status: 422,
  refused: 'invalid_request',
  message: `${fault} cannot happen to ${operation}; possible are ${kindsOf[operation].join(', ')}`,
})
