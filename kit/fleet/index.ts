export { brokerFrom } from './broker-from.ts'
export { type Member, openMember } from './open-member.ts'
export { runService } from './run-service.ts'
export { memberSettings } from './settings.ts'
