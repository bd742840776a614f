import type { Door } from '../../newsroom/entering/door.ts'
import { deviceName } from '../../newsroom/entering/device-name.ts'
import type { Visit } from './visit.ts'

/** How a request reached the studio. */
export const doorOf = ({ origin, network, request }: Visit): Door => ({
  origin,
  network,
  device: deviceName(request.headers.get('user-agent')),
})
