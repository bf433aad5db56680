import type { DatabaseAddress } from '@souk/kit/database'
import { checkService, prepareService, type ServiceDefinition } from '@souk/kit/service'
import { type Databases, type OpenDatabases, openOwnDatabases } from '../embedded/databases.ts'
import { eachOf, passwordsOf, readersOf } from '../embedded/prepare-databases.ts'
import { Fault } from '../embedded/sentence.ts'
import { outsideFrom, outsideSettings } from './outside.ts'
import { nameFor } from './setting-of-each.ts'

/** Those somebody else runs, where the environment names them; a PostgreSQL of the shop’s own otherwise. */
export const openDatabases: OpenDatabases = async (folder) => {
  const { databases } = outsideFrom(process.env)
  return databases ? outsideDatabases(databases) : await openOwnDatabases(folder)
}

/** The owners make the tables, and the roles that services enter as; the services never enter as owners. */
const outsideDatabases = (owners: ReadonlyMap<string, DatabaseAddress>): Databases => ({
  async prepare(services, secret) {
    const asked = <T>(work: (owner: DatabaseAddress, one: ServiceDefinition) => Promise<T>) =>
      eachOf(services, (one) => {
        const owner = owners.get(one.name) as DatabaseAddress
        return work(owner, one).catch((fault) => {
          throw new Fault(`${nameFor(outsideSettings.databases, one.name)} cannot be used: ${whyNot(fault)}.`)
        })
      })
    // All are asked before one is changed: data that is refused stays as it was.
    await asked(checkService)
    const addresses = await asked((owner, one) => prepareService(owner, one, passwordsOf(secret, one.name)))
    const databases = new Map(services.map(({ name }, index) => [name, addresses[index] as DatabaseAddress]))
    return { databases, readers: readersOf(databases, secret) }
  },
  // Whoever runs them looks after them; services wait for those that are away.
  ended: new Promise(() => {}),
  stop: async () => {},
})

const whyNot = (fault: unknown): string =>
  (fault instanceof Error ? fault.message || String(Object(fault).code) : String(fault)).replace(/\.$/, '')
