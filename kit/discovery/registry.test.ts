import { handClock } from '../runtime/index.ts'
import { type RegistryPlace, registrySuite } from './registry.suite.ts'
import type { Instance } from './registry.ts'

const HEARTBEAT_MS = 20
const SILENT_MS = 100

/** The simplest place that keeps every promise: one board, heartbeats, and a time after which silence is death. */
async function board(): Promise<RegistryPlace> {
  const heard = new Map<string, { instance: Instance; at: number }>()
  const clock = handClock()
  const beat = setInterval(() => clock.forward(HEARTBEAT_MS), HEARTBEAT_MS)
  const alive = () =>
    [...heard.values()].filter(({ at }) => clock.now() - at < SILENT_MS).map(({ instance }) => instance)
  const tellings = new Set<ReturnType<typeof setInterval>>()
  const join = async () => {
    const own: ReturnType<typeof setInterval>[] = []
    const die = async () => own.forEach(clearInterval)
    return {
      die,
      registry: {
        async register(instance: Instance) {
          const tell = () => void heard.set(instance.id, { instance, at: clock.now() })
          tell()
          const telling = setInterval(tell, HEARTBEAT_MS)
          own.push(telling)
          tellings.add(telling)
          return async () => {
            clearInterval(telling)
            heard.delete(instance.id)
          }
        },
        instancesOf: (service: string) => alive().filter((one) => one.service === service),
        all: alive,
        close: die,
      },
    }
  }
  const close = async () => [beat, ...tellings].forEach(clearInterval)
  return { join, close }
}

registrySuite('on a board', board)
