import { fileURLToPath } from 'node:url'
import type { Program } from './life.ts'
import { AUDITOR, GATEWAY } from './parties.ts'

export interface FleetPlan {
  readonly services: readonly string[]
  readonly scale: (service: string) => number
  /** What a process is told by its environment. */
  readonly told: (name: string) => Readonly<Record<string, string>>
  /** Of the public port, which all gateways share. */
  readonly sockets: readonly number[]
}

const fileOf = (service: string) => fileURLToPath(new URL(`../services/${service}/main.ts`, import.meta.url))
const GATEWAY_FILE = fileURLToPath(new URL('./gateway.ts', import.meta.url))
const AUDITOR_FILE = fileURLToPath(new URL('./auditor.ts', import.meta.url))

/** Every process of the fleet. */
export const programsOf = ({
  services,
  scale,
  told,
  sockets,
}: FleetPlan): { services: Program[]; auditor: Program; gateways: Program[] } => {
  const programsAt = (name: string, file: string): Program[] =>
    Array.from({ length: scale(name) }, (_, index) => ({
      name: index === 0 ? name : `${name} ${index + 1}`,
      file,
      env: told(name),
    }))
  return {
    services: services.flatMap((service) => programsAt(service, fileOf(service))),
    auditor: { name: AUDITOR, file: AUDITOR_FILE, env: told(AUDITOR) },
    gateways: programsAt(GATEWAY, GATEWAY_FILE).map((program) => ({ ...program, sockets })),
  }
}
