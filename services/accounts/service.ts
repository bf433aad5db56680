import * as contract from '@souk/contracts/accounts'
import { minutes, seconds } from '@souk/kit/runtime'
import { conducts, does, every, migrationsBeside, service, shows } from '@souk/kit/service'
import { addAddress } from './features/add-address.ts'
import { changePassword } from './features/change-password.ts'
import { eraseMe } from './features/erase-me.ts'
import { exportMe } from './features/export-me.ts'
import { forgetExpired } from './features/forget-expired.ts'
import { passwordHashing } from './features/hash-password.ts'
import { rotateSigningKeys } from './features/keep-signing-keys.ts'
import { listAddresses } from './features/list-addresses.ts'
import { listCustomers } from './features/list-customers.ts'
import { listSigningKeys } from './features/list-signing-keys.ts'
import { login } from './features/login.ts'
import { loginStaff } from './features/login-staff.ts'
import { logout } from './features/logout.ts'
import { logoutStaff } from './features/logout-staff.ts'
import { refresh } from './features/refresh.ts'
import { refreshStaff } from './features/refresh-staff.ts'
import { register } from './features/register.ts'
import { registerStaff } from './features/register-staff.ts'
import { removeAddress } from './features/remove-address.ts'
import { requestEmailVerification } from './features/request-email-verification.ts'
import { answerResetRequests, requestPasswordReset } from './features/request-password-reset.ts'
import { resetPassword } from './features/reset-password.ts'
import { showAddress } from './features/show-address.ts'
import { showCustomer } from './features/show-customer.ts'
import { showMe } from './features/show-me.ts'
import { showSession } from './features/show-session.ts'
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
      shows(contract.exportMe, exportMe),
      conducts(contract.changePassword, changePassword(parts)),
      does(contract.requestEmailVerification, requestEmailVerification),
      shows(contract.listAddresses, listAddresses),
      shows(contract.showAddress, showAddress),
      does(contract.addAddress, addAddress),
      does(contract.updateAddress, updateAddress),
      does(contract.removeAddress, removeAddress),
      conducts(contract.loginStaff, loginStaff(parts)),
      conducts(contract.refreshStaff, refreshStaff),
      does(contract.logoutStaff, logoutStaff),
      does(contract.listCustomers, listCustomers),
      does(contract.showCustomer, showCustomer),
      conducts(contract.listSigningKeys, listSigningKeys),
      conducts(contract.registerStaff, registerStaff(parts)),
      shows(contract.showSession, showSession),
    ],
    announces: [
      contract.customerRegistered,
      contract.customerUpdated,
      contract.customerErased,
      contract.emailVerificationRequested,
      contract.passwordResetRequested,
      contract.passwordChanged,
    ],
    repeats: [
      every(seconds(1), 'answer-reset-requests', answerResetRequests),
      every(minutes(10), 'rotate-signing-keys', rotateSigningKeys),
      every(minutes(10), 'forget-expired', forgetExpired),
    ],
  })
}
