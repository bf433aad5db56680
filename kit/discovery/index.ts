export { type Candidate, choose } from './choose.ts'
export { type DnsRegistryParts, dnsRegistry } from './dns-registry.ts'
export type { Instance, Leave, Registry } from './registry.ts'
