import type { Role, StaffMember } from '@souk/contracts/accounts'
import type { z } from 'zod'

export type { Role } from '@souk/contracts/accounts'
export type Member = z.infer<typeof StaffMember> & { readonly roleIds: readonly string[] }
export type NamedRole = Pick<z.infer<typeof Role>, 'id' | 'name'>
