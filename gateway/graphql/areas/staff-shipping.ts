import {
  addShippingOption,
  addShippingProfile,
  addShippingZone,
  changeShippingOption,
  changeShippingProfile,
  changeShippingZone,
  listShippingOptions,
  listShippingProfiles,
  listShippingZones,
  removeShippingOption,
  removeShippingProfile,
  removeShippingZone,
  showShippingOption,
  showShippingProfile,
  showShippingZone,
} from '@souk/contracts/shipping'
import { type Area, change, connection, list, one } from '../area.ts'

const ofOption = { gives: 'shippingOption' }
const ofProfile = { gives: 'shippingProfile' }
const ofZone = { gives: 'shippingZone' }

export const staffShipping: Area = {
  queries: {
    shippingOption: one(showShippingOption, { type: 'ShippingOptionSetup' }),
    shippingOptions: connection(listShippingOptions, { type: 'ShippingOptionSetup' }),
    shippingProfile: one(showShippingProfile, { type: 'ShippingProfile' }),
    shippingProfiles: list(listShippingProfiles, { type: 'ShippingProfile' }),
    shippingZone: one(showShippingZone, { type: 'ShippingZone' }),
    shippingZones: list(listShippingZones, { type: 'ShippingZone' }),
  },
  mutations: {
    shippingOptionCreate: change(addShippingOption, ofOption),
    shippingOptionUpdate: change(changeShippingOption, ofOption),
    shippingOptionDelete: change(removeShippingOption),
    shippingProfileCreate: change(addShippingProfile, ofProfile),
    shippingProfileUpdate: change(changeShippingProfile, ofProfile),
    shippingProfileDelete: change(removeShippingProfile),
    shippingZoneCreate: change(addShippingZone, ofZone),
    shippingZoneUpdate: change(changeShippingZone, ofZone),
    shippingZoneDelete: change(removeShippingZone),
  },
}
