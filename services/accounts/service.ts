import * as contract from '@souk/contracts/accounts'
import { customerErasure, customerForgotten } from '@souk/contracts/erasure'
import { staffActed } from '@souk/kit/contract'
import { minutes, seconds } from '@souk/kit/runtime'
import { conducts, does, every, forgets, migrationsBeside, on, service, shows } from '@souk/kit/service'
import { acceptInvitation } from './features/accept-invitation.ts'
import { addAddress } from './features/add-address.ts'
import { addCustomerGroup } from './features/add-customer-group.ts'
import { addRole } from './features/add-role.ts'
import { changeCustomerGroup, removeCustomerGroup } from './features/change-customer-group.ts'
import { changePassword } from './features/change-password.ts'
import { changeRole } from './features/change-role.ts'
import { changeStaff } from './features/change-staff.ts'
import { changeStaffPassword } from './features/change-staff-password.ts'
import { deactivateStaff, reactivateStaff } from './features/deactivate-staff.ts'
import { eraseAgain } from './features/erase-again.ts'
import { eraseMe } from './features/erase-me.ts'
import { exportMe } from './features/export-me.ts'
import { forgetExpired } from './features/forget-expired.ts'
import { addGroupMember, removeGroupMember } from './features/group-member.ts'
import { passwordHashing } from './features/hash-password.ts'
import { inviteStaff, inviteStaffAgain } from './features/invite-staff.ts'
import { rotateSigningKeys } from './features/keep-signing-keys.ts'
import { listAddresses } from './features/list-addresses.ts'
import { listAuditLog } from './features/list-audit-log.ts'
import { listConsents } from './features/list-consents.ts'
import { listCustomerGroups } from './features/list-customer-groups.ts'
import { listCustomers } from './features/list-customers.ts'
import { listErasures } from './features/list-erasures.ts'
import { listRoles, showRole } from './features/list-roles.ts'
import { listSigningKeys } from './features/list-signing-keys.ts'
import { listStaff } from './features/list-staff.ts'
import { login } from './features/login.ts'
import { loginStaff } from './features/login-staff.ts'
import { logout } from './features/logout.ts'
import { logoutStaff } from './features/logout-staff.ts'
import { noteForgotten } from './features/note-forgotten.ts'
import { recordAction } from './features/record-action.ts'
import { refresh } from './features/refresh.ts'
import { refreshStaff } from './features/refresh-staff.ts'
import { register } from './features/register.ts'
import { registerStaff } from './features/register-staff.ts'
import { removeAddress } from './features/remove-address.ts'
import { removeRole } from './features/remove-role.ts'
import { requestEmailVerification } from './features/request-email-verification.ts'
import { answerResetRequests, requestPasswordReset } from './features/request-password-reset.ts'
import { resetPassword } from './features/reset-password.ts'
import { showAddress } from './features/show-address.ts'
import { showCustomer } from './features/show-customer.ts'
import { showMe } from './features/show-me.ts'
import { showSession } from './features/show-session.ts'
import { showOwnStaff, showStaff } from './features/show-staff.ts'
import { updateAddress } from './features/update-address.ts'
import { updateMe } from './features/update-me.ts'
import { verifyEmail } from './features/verify-email.ts'
import { type AccountsStore, accountsStore } from './store/accounts-store.ts'

interface Settings {
  /** What customers prefer who say nothing else, ISO 4217. */
  currency?: string
  /** How many passwords are hashed at once, and how many wait for it. */
  hashing?: { atOnce: number; waiting: number }
  /** Ten sign-ins a minute and account; off for benches. */
  limitsAttempts?: boolean
}

export function accounts({
  currency = 'EUR',
  hashing = { atOnce: 2, waiting: 128 },
  limitsAttempts = true,
}: Settings = {}) {
  const parts = { currency, hashing: passwordHashing(hashing), limitsAttempts }
  return service<AccountsStore>({
    name: 'accounts',
    migrations: migrationsBeside(import.meta.url),
    store: accountsStore,
    answers: [
      conducts(contract.register, register(parts)),
      conducts(contract.login, login(parts)),
      conducts(contract.refresh, refresh),
      does(contract.logout, logout),
      conducts(contract.verifyEmail, verifyEmail),
      does(contract.requestPasswordReset, requestPasswordReset),
      conducts(contract.resetPassword, resetPassword(parts)),
      shows(contract.showMe, showMe),
      does(contract.updateMe, updateMe),
      does(contract.eraseMe, eraseMe),
      conducts(contract.exportMe, exportMe),
      conducts(contract.changePassword, changePassword(parts)),
      does(contract.requestEmailVerification, requestEmailVerification),
      shows(contract.listConsents, listConsents),
      shows(contract.listAddresses, listAddresses),
      shows(contract.showAddress, showAddress),
      does(contract.addAddress, addAddress),
      does(contract.updateAddress, updateAddress),
      does(contract.removeAddress, removeAddress),
      conducts(contract.loginStaff, loginStaff(parts)),
      conducts(contract.refreshStaff, refreshStaff),
      does(contract.logoutStaff, logoutStaff),
      conducts(contract.acceptInvitation, acceptInvitation(parts)),
      shows(contract.showOwnStaff, showOwnStaff),
      conducts(contract.changeStaffPassword, changeStaffPassword(parts)),
      shows(contract.listStaff, listStaff),
      shows(contract.showStaff, showStaff),
      does(contract.inviteStaff, inviteStaff),
      does(contract.inviteStaffAgain, inviteStaffAgain),
      does(contract.changeStaff, changeStaff),
      does(contract.deactivateStaff, deactivateStaff),
      does(contract.reactivateStaff, reactivateStaff),
      shows(contract.listRoles, listRoles),
      shows(contract.showRole, showRole),
      does(contract.addRole, addRole),
      does(contract.changeRole, changeRole),
      does(contract.removeRole, removeRole),
      shows(contract.listAuditLog, listAuditLog),
      shows(contract.listErasures, listErasures),
      shows(contract.listCustomerGroups, listCustomerGroups),
      does(contract.addCustomerGroup, addCustomerGroup),
      does(contract.changeCustomerGroup, changeCustomerGroup),
      does(contract.removeCustomerGroup, removeCustomerGroup),
      does(contract.addGroupMember, addGroupMember),
      does(contract.removeGroupMember, removeGroupMember),
      does(contract.listCustomers, listCustomers),
      does(contract.showCustomer, showCustomer),
      conducts(contract.listSigningKeys, listSigningKeys),
      conducts(contract.registerStaff, registerStaff(parts)),
      shows(contract.showSession, showSession),
    ],
    hears: [
      on(staffActed, recordAction),
      forgets(customerErasure),
      on(customerForgotten, noteForgotten, ({ customerId }) => customerId),
    ],
    announces: [
      contract.customerRegistered,
      contract.customerUpdated,
      contract.customerErased,
      contract.customerGroupsChanged,
      contract.emailVerificationRequested,
      contract.passwordResetRequested,
      contract.passwordChanged,
      contract.staffInvited,
    ],
    repeats: [
      every(seconds(1), 'answer-reset-requests', answerResetRequests),
      every(minutes(10), 'rotate-signing-keys', rotateSigningKeys),
      every(minutes(10), 'erase-again', eraseAgain),
      every(minutes(10), 'forget-expired', forgetExpired),
    ],
  })
}
