import * as accounts from '@souk/contracts/accounts'
import { customerErasure } from '@souk/contracts/erasure'
import { exportFromNotifications } from '@souk/contracts/export'
import { stockLow } from '@souk/contracts/inventory'
import * as contract from '@souk/contracts/notifications'
import * as orders from '@souk/contracts/orders'
import { paymentRefunded } from '@souk/contracts/payments'
import { shipmentDelivered, shipmentShipped } from '@souk/contracts/shipping'
import { seconds } from '@souk/kit/runtime'
import {
  does,
  every,
  forgets,
  migrationsBeside,
  on,
  type ServiceDefinition,
  service,
  shows,
} from '@souk/kit/service'
import * as letters from './domain/templates/account-letters.ts'
import * as staffLetters from './domain/templates/staff-letters.ts'
import { exportCustomer } from './features/export-customer.ts'
import { forgetCustomer } from './features/forget-customer.ts'
import { hearCancellation, hearOrder } from './features/hear-order.ts'
import { listNotifications } from './features/list-notifications.ts'
import { retryNotification } from './features/retry-notification.ts'
import { SEND_MESSAGES, sendMessages } from './features/send-messages.ts'
import { rememberCustomer, tellCustomer } from './features/tell-customer.ts'
import { tellInvited } from './features/tell-invited.ts'
import { tellOrderReader } from './features/tell-order-reader.ts'
import { tellStaff } from './features/tell-staff.ts'
import type { Mailer } from './providers/mailer.ts'
import { type NotificationsStore, notificationsStore } from './store/notifications-store.ts'

export type { Handover, Mail, Mailer } from './providers/mailer.ts'
export { type SmtpAddress, smtpMailer } from './providers/smtp.ts'

export interface NotificationsParts {
  readonly mailer: Mailer
  readonly shopName: string
  /** Who the mails are from, such as `Souk <shop@example.com>`. */
  readonly from: string
  /** The storefront's address, which links begin with. */
  readonly publicUrl: string
  /** Who hears what staff are to know, such as what runs low. */
  readonly staffEmail: string
}

const itsOrder = ({ orderId }: { orderId: string }) => orderId

export const notifications = ({
  mailer,
  shopName,
  from,
  publicUrl,
  staffEmail,
}: NotificationsParts): ServiceDefinition => {
  const desk = { head: { shopName, publicUrl } }
  const verification = { template: 'email-verification', letter: letters.emailVerificationRequested }
  const reset = { template: 'password-reset', letter: letters.passwordResetRequested }
  const changed = { template: 'password-changed', letter: letters.passwordChanged }
  const low = { template: 'stock-low', letter: staffLetters.stockLow, to: staffEmail }
  return service<NotificationsStore>({
    name: 'notifications',
    migrations: migrationsBeside(import.meta.url),
    store: notificationsStore,
    answers: [
      shows(exportFromNotifications, exportCustomer),
      shows(contract.listNotifications, listNotifications),
      does(contract.retryNotification, retryNotification),
    ],
    hears: [
      on(accounts.staffInvited, tellInvited(desk)),
      on(orders.orderConfirmed, hearOrder('order-confirmed', desk), itsOrder),
      on(orders.orderCancelled, hearCancellation(desk), itsOrder),
      on(orders.orderEdited, hearOrder('order-edited', desk), itsOrder),
      on(shipmentShipped, tellOrderReader('shipment-shipped', desk), itsOrder),
      on(shipmentDelivered, tellOrderReader('shipment-delivered', desk), itsOrder),
      on(paymentRefunded, tellOrderReader('payment-refunded', desk), itsOrder),
      on(orders.returnRequested, tellOrderReader('return-requested', desk), itsOrder),
      on(orders.returnApproved, tellOrderReader('return-approved', desk), itsOrder),
      on(orders.returnDeclined, tellOrderReader('return-declined', desk), itsOrder),
      on(orders.returnReceived, tellOrderReader('return-received', desk), itsOrder),
      on(accounts.customerRegistered, rememberCustomer),
      on(accounts.customerUpdated, rememberCustomer),
      on(accounts.emailVerificationRequested, tellCustomer(verification, desk)),
      on(accounts.passwordResetRequested, tellCustomer(reset, desk)),
      on(accounts.passwordChanged, tellCustomer(changed, desk)),
      forgets(customerErasure, forgetCustomer),
      on(stockLow, tellStaff(low, desk)),
    ],
    announces: [contract.messageSent, contract.messageFailed],
    unfinished: { mails: (store) => store.countQueued() },
    free: (store) => store.freeHeld(),
    repeats: [every(seconds(1), SEND_MESSAGES, sendMessages(mailer, from))],
  })
}
