import { auditShop } from '@souk/contracts/auditor'
import type { runAudit as contract } from '@souk/contracts/ops'
import type { OpsVerb } from './room.ts'

export const runAudit: OpsVerb<typeof contract> = async (input, { askAuditor }) => {
  const told = await askAuditor(auditShop, input)
  return told.ok ? told.body : told.refusal
}
