import {
  acceptInvitation,
  addRole,
  changeRole,
  changeStaff,
  changeStaffPassword,
  deactivateStaff,
  inviteStaff,
  inviteStaffAgain,
  listAuditLog,
  listRoles,
  listStaff,
  loginStaff,
  logoutStaff,
  reactivateStaff,
  refreshStaff,
  removeRole,
  showOwnStaff,
  showRole,
  showStaff,
} from '@souk/contracts/accounts'
import { type Area, change, connection, one } from '../area.ts'

const isCredential = true
const byStaff = { named: { id: 'staffId' } }
const ofStaff = { ...byStaff, gives: 'staff' }
const byRole = { named: { id: 'roleId' } }

/** Who works in the shop, what they may do and what they did. */
export const staffTeam: Area = {
  queries: {
    staffMe: one(showOwnStaff, { type: 'StaffMember' }),
    staffMember: one(showStaff, { type: 'StaffMember' }),
    staffMembers: connection(listStaff, { type: 'StaffMember' }),
    role: one(showRole, { type: 'Role' }),
    roles: connection(listRoles, { type: 'Role' }),
    auditLog: connection(listAuditLog, { type: 'AuditEntry' }),
  },
  mutations: {
    staffLogin: change(loginStaff, { isCredential }),
    staffRefresh: change(refreshStaff, { isCredential }),
    staffLogout: change(logoutStaff),
    staffPasswordChange: change(changeStaffPassword, { isCredential }),
    staffInvite: change(inviteStaff, { gives: 'staff' }),
    staffInviteAgain: change(inviteStaffAgain, byStaff),
    staffInvitationAccept: change(acceptInvitation, { isCredential }),
    staffUpdate: change(changeStaff, ofStaff),
    staffDeactivate: change(deactivateStaff, ofStaff),
    staffReactivate: change(reactivateStaff, ofStaff),
    roleCreate: change(addRole, { gives: 'role' }),
    roleUpdate: change(changeRole, { ...byRole, gives: 'role' }),
    roleDelete: change(removeRole, byRole),
  },
}
