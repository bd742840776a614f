import { describe, expect, it } from 'vitest'
import { deviceName } from '../../src/newsroom/entering/device-name.ts'

describe('what a device is called', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0',
      'Edge on Windows',
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari on iPhone'],
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36', 'Chrome on Android'],
    ['curl/8.0', 'An unknown device'],
    [null, 'An unknown device'],
  ])('from %s is %s', (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name)
  })
})
