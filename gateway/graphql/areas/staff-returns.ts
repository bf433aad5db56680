import {
  approveReturn,
  closeReturn,
  declineReturn,
  inspectReturn,
  receiveReturn,
} from '@souk/contracts/orders'
import { type Area, change } from '../area.ts'

const ofReturn = { named: { id: 'returnId' }, gives: 'order' }

export const staffReturns: Area = {
  mutations: {
    returnApprove: change(approveReturn, ofReturn),
    returnDecline: change(declineReturn, ofReturn),
    returnReceive: change(receiveReturn, ofReturn),
    returnInspect: change(inspectReturn, ofReturn),
    returnClose: change(closeReturn, ofReturn),
  },
}
