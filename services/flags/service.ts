import { customerErasure } from '@souk/contracts/erasure'
import * as contract from '@souk/contracts/flags'
import { does, forgets, migrationsBeside, type ServiceDefinition, service, shows } from '@souk/kit/service'
import { changeFlag } from './features/change-flag.ts'
import { listFlagChanges } from './features/list-flag-changes.ts'
import { listFlags } from './features/list-flags.ts'
import { readFlags } from './features/read-flags.ts'
import { showFlag } from './features/show-flag.ts'
import { type FlagsStore, flagsStore } from './store/flags-store.ts'

export const flags: ServiceDefinition = service<FlagsStore>({
  name: 'flags',
  migrations: migrationsBeside(import.meta.url),
  store: flagsStore,
  answers: [
    shows(contract.listFlags, listFlags),
    shows(contract.showFlag, showFlag),
    does(contract.changeFlag, changeFlag),
    shows(contract.listFlagChanges, listFlagChanges),
    shows(contract.readFlags, readFlags),
  ],
  hears: [forgets(customerErasure)],
})
