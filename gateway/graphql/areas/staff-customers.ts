import {
  addCustomerGroup,
  addGroupMember,
  changeCustomerGroup,
  listCustomerGroups,
  listCustomers,
  listErasures,
  removeCustomerGroup,
  removeGroupMember,
  showCustomer,
} from '@souk/contracts/accounts'
import { type Area, change, connection, one } from '../area.ts'

const byGroup = { named: { id: 'groupId' } }

export const staffCustomers: Area = {
  queries: {
    customer: one(showCustomer, { type: 'CustomerAccount' }),
    customers: connection(listCustomers, { type: 'CustomerListing' }),
    customerGroups: connection(listCustomerGroups, { type: 'CustomerGroup' }),
    customerErasures: connection(listErasures, { type: 'CustomerErasure' }),
  },
  mutations: {
    customerGroupCreate: change(addCustomerGroup, { gives: 'group' }),
    customerGroupUpdate: change(changeCustomerGroup, { ...byGroup, gives: 'group' }),
    customerGroupDelete: change(removeCustomerGroup, byGroup),
    customerGroupMemberAdd: change(addGroupMember, byGroup),
    customerGroupMemberRemove: change(removeGroupMember, byGroup),
  },
}
