import type { StoredEvent } from '../contract/event.ts'
import type { Apply, KeyOf } from '../messaging/side-by-side.ts'
import { seconds } from '../runtime/clock.ts'
import { crashPoint } from '../runtime/crash-point.ts'
import type { Course } from '../telemetry/traffic.ts'
import type { Reaction, ServiceDefinition } from './definition.ts'
import type { Environment } from './environment.ts'
import { readEvent } from './read-event.ts'
import { ownContext, type RoomMaker, traceOf } from './room-maker.ts'

interface ReactorParts<Store> {
  readonly definition: ServiceDefinition<Store>
  readonly environment: Environment
  readonly rooms: RoomMaker<Store>
}

/** Applies an event by every reaction that hears its type, in the inbox's transaction. */
export function reactor<Store>(parts: ReactorParts<Store>): { apply: Apply; keyOf: KeyOf } {
  const { definition, environment, rooms } = parts
  const { memory, clock } = environment
  const tracer = environment.tracer(definition.name)
  const reactionsTo = Map.groupBy(definition.hears ?? [], ({ event }) => event.type)
  const countOf = ({ source, type, time }: StoredEvent) => {
    const count = memory.traffic.over({ from: source, to: definition.name, kind: 'event', name: type })
    return (course: Course) => count(course, clock.now() - Date.parse(time))
  }
  return {
    keyOf: (event) => touchedBy(reactionsTo.get(event.type) ?? [], event),
    async apply(tx, event, afterCommit) {
      const span = tracer.start(`on ${event.type}`, traceOf(event.traceparent, environment), {
        kind: 'consumer',
        attributes: { 'souk.event.id': event.id, 'souk.event.type': event.type },
      })
      const count = countOf(event)
      try {
        const reactions = reactionsTo.get(event.type)
        // Stored by another version of this service that hears it: to call it applied would lose it.
        if (!reactions) throw new Error(`${definition.name} does not hear ${event.type}`)
        const context = ownContext(definition.name, span.context, environment.clock.now() + seconds(30))
        const open = rooms.within(tx, { ...context, work: event.type })
        for (const { event: heard, react } of reactions) {
          readEvent(heard, event)
          await react(event.data as never, { ...open.room, event })
        }
        const queries: Promise<unknown>[] = []
        open.finish((query) => void queries.push(query()))
        await Promise.all(queries)
        crashPoint(definition.name, event.type, 'before-commit')
        afterCommit(() => {
          count('ok')
          crashPoint(definition.name, event.type, 'after-commit')
          open.afterwards()
        })
        span.end()
      } catch (fault) {
        span.end(fault)
        count('fault')
        throw fault
      }
    },
  }
}

/** What all reactions to an event say they touch, if they do. */
function touchedBy<Store>(reactions: readonly Reaction<Store>[], event: StoredEvent): string | undefined {
  const keys = new Set(reactions.map(({ touches }) => touches?.(event.data as never)))
  return keys.size === 1 ? [...keys][0] : undefined
}
