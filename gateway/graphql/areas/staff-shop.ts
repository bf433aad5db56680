import { changeFlag, listFlagChanges, listFlags, showFlag } from '@souk/contracts/flags'
import { listNotifications, retryNotification } from '@souk/contracts/notifications'
import { type Area, change, connection, list, one } from '../area.ts'

/** What the shop does beside selling: what it tells people, and which of its features are on. */
export const staffShop: Area = {
  queries: {
    notifications: connection(listNotifications, { type: 'Notification' }),
    featureFlag: one(showFlag, { type: 'FeatureFlag' }),
    featureFlags: list(listFlags, { type: 'FeatureFlag' }),
    featureFlagChanges: connection(listFlagChanges, { type: 'FeatureFlagChange' }),
  },
  mutations: {
    notificationRetry: change(retryNotification, {
      ...{ named: { id: 'notificationId' }, gives: 'notification' },
    }),
    featureFlagUpdate: change(changeFlag, { gives: 'featureFlag' }),
  },
}
