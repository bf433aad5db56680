import {
  addAddress,
  changePassword,
  eraseMe,
  listAddresses,
  listConsents,
  login,
  logout,
  refresh,
  register,
  removeAddress,
  requestEmailVerification,
  requestPasswordReset,
  resetPassword,
  showAddress,
  showMe,
  updateAddress,
  updateMe,
  verifyEmail,
} from '@souk/contracts/accounts'
import { listMyOrders } from '@souk/contracts/orders'
import { type Area, change, connection, list, one } from '../area.ts'

const isCredential = true
const byAddress = { named: { id: 'addressId' } }

/** `Me` and not `Customer`: these lists are of whoever asks, and a customer may be shown to others as well. */
export const accounts: Area = {
  queries: { me: one(showMe, { type: 'Me', isOwnType: true }) },
  fields: {
    Me: {
      address: one(showAddress, { type: 'SavedAddress' }),
      addresses: list(listAddresses, { type: 'SavedAddress' }),
      consents: connection(listConsents, { type: 'Consent' }),
      orders: connection(listMyOrders, { type: 'Order' }),
    },
  },
  mutations: {
    customerRegister: change(register, { isCredential }),
    customerLogin: change(login, { isCredential }),
    customerRefresh: change(refresh, { isCredential }),
    customerLogout: change(logout),
    customerEmailVerify: change(verifyEmail, { isCredential }),
    customerEmailVerificationRequest: change(requestEmailVerification),
    customerPasswordChange: change(changePassword, { isCredential }),
    customerPasswordReset: change(resetPassword, { isCredential }),
    customerPasswordResetRequest: change(requestPasswordReset),
    customerUpdate: change(updateMe, { gives: 'customer' }),
    customerErase: change(eraseMe),
    customerAddressAdd: change(addAddress, { gives: 'address' }),
    customerAddressUpdate: change(updateAddress, { ...byAddress, gives: 'address' }),
    customerAddressRemove: change(removeAddress, byAddress),
  },
}
