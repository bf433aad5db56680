import { fileURLToPath } from 'node:url'
import { AUDITOR, GATEWAY } from './parties.ts'
import type { Program } from './supervise.ts'

export interface FleetPlan {
  readonly services: readonly string[]
  readonly scale: (service: string) => number
  /** What a process is told by its environment. */
  readonly told: (name: string) => Readonly<Record<string, string>>
}

const fileOf = (service: string) => fileURLToPath(new URL(`../services/${service}/main.ts`, import.meta.url))
const GATEWAY_FILE = fileURLToPath(new URL('./gateway.ts', import.meta.url))
const AUDITOR_FILE = fileURLToPath(new URL('./auditor.ts', import.meta.url))

/** Every process of the fleet. */
export const programsOf = ({
  services,
  scale,
  told,
}: FleetPlan): { services: Program[]; auditor: Program; gateway: Program } => ({
  services: services.flatMap((service) =>
    Array.from({ length: scale(service) }, (_, index) => ({
      name: index === 0 ? service : `${service} ${index + 1}`,
      file: fileOf(service),
      env: told(service),
    })),
  ),
  auditor: { name: AUDITOR, file: AUDITOR_FILE, env: told(AUDITOR) },
  gateway: { name: GATEWAY, file: GATEWAY_FILE, env: told(GATEWAY) },
})
