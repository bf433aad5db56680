import type { listServices as contract } from '@souk/contracts/ops'
import type { OpsVerb } from './room.ts'

export const listServices: OpsVerb<typeof contract> = async (_input, { states }) => ({
  items: await states(),
  nextCursor: null,
})
